import { NestFactory } from '@nestjs/core';
import { type DatabaseUrls } from '@app/database';
import { Environment } from '@app/environment';
import { SearchReindexing } from '@app/search';
import { ModelLearningService, SimilarityModule } from '@app/similarity';
import { CliModule } from '../../apps/cli/src/cli.module';
import { GENERATED_COMMUNITY_ID } from './generate-community';

/** Indexes a generated community and learns from it, as the product does; says how fast. */
export async function indexCommunity(urls: DatabaseUrls): Promise<void> {
  const environment = Environment.from({ NODE_ENV: 'test', SECRET: 'x'.repeat(32) });
  const { imports = [], ...module } = CliModule.with(environment, urls);
  const services = await NestFactory.createApplicationContext(
    { ...module, imports: [...imports, SimilarityModule] },
    { logger: ['error'], abortOnError: false },
  );
  try {
    let indexed = 0;
    const begun = performance.now();
    const onBatch = (count: number): void => void (indexed += count);
    await services.get(SearchReindexing).run(GENERATED_COMMUNITY_ID, { onBatch });
    const seconds = (performance.now() - begun) / 1000;
    process.stdout.write(`indexed ${indexed} things, ${Math.round(indexed / seconds)} a second\n`);
    const since = performance.now();
    const outcome = await services.get(ModelLearningService, { strict: false }).learn(GENERATED_COMMUNITY_ID);
    process.stdout.write(`learned from them: ${outcome}, ${Math.round((performance.now() - since) / 1000)} s\n`);
  } finally {
    await services.close();
  }
}
