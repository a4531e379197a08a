import { createDataSource, databaseEntities, Transactor, type DatabaseUrls } from '@app/database';
import { identityEntities } from '@app/identity';
import sql from 'sql-template-tag';
import { communityEntities } from '../../community-entities';
import { MarkdownRenderer } from '../../content/markdown.renderer';
import { TopicTally } from '../../topics/topic-tally';
import { DemoLoader } from './demo-loader';

/**
 * For a first start: loads the demo community into a migrated database that holds no community yet.
 * Its passwords are public, so a server that serves others must not do this.
 * @returns whether it was loaded by this call
 */
export async function loadDemo(urls: DatabaseUrls): Promise<boolean> {
  const entities = [...databaseEntities, ...identityEntities, ...communityEntities];
  const dataSource = await createDataSource(urls, entities, 1).initialize();
  const renderer = new MarkdownRenderer();
  try {
    const transactor = new Transactor(dataSource);
    const anyCommunity = await transactor.runGlobal((tx) => tx.row(sql`SELECT id FROM communities LIMIT 1`));
    return anyCommunity ? false : await new DemoLoader(transactor, renderer, new TopicTally()).load();
  } finally {
    await renderer.onModuleDestroy();
    await dataSource.destroy();
  }
}
