import { createDataSource, databaseEntities, Transactor, type DatabaseUrls } from '@app/database';
import { identityEntities } from '@app/identity';
import { communityEntities } from '../../community-entities';
import { MarkdownRenderer } from '../../content/markdown.renderer';
import { DemoLoader, type DemoPresence } from './demo-loader';

/**
 * For a first start: loads the demo community into a migrated database that holds no community yet. Everybody knows
 * its passwords, so a server in production must not call it.
 */
export async function loadDemo(urls: DatabaseUrls): Promise<DemoPresence> {
  const entities = [...databaseEntities, ...identityEntities, ...communityEntities];
  const dataSource = await createDataSource(urls, entities, 1).initialize();
  const renderer = new MarkdownRenderer();
  try {
    return await new DemoLoader(new Transactor(dataSource), renderer).load();
  } finally {
    await renderer.onModuleDestroy();
    await dataSource.destroy();
  }
}
