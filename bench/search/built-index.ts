import { createDataSource, migrate, Transactor, type DatabaseUrls } from '@app/database';
import { PostgresIndex } from '@app/search';
import { Client } from 'pg';
import type { GeneratedDocuments } from './generated-documents';

const BATCH = 2_000;

/** Indexes generated topics as the job of the product does, batch by batch; says how many a second. */
export async function buildIndex(
  urls: DatabaseUrls,
  communityId: string,
  documents: GeneratedDocuments,
  count: number,
): Promise<number> {
  await migrate(urls);
  const dataSource = await createDataSource(urls, [], 1).initialize();
  const transactor = new Transactor(dataSource);
  const index = new PostgresIndex();
  const begun = performance.now();
  try {
    for (let i = 0; i < count; i += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, count - i) }, (_, j) => documents.topic(i + j));
      await transactor.run(communityId, (tx) => index.write(tx, communityId, batch, []));
      if (i % 20_000 === 0) process.stdout.write(`  ${i}: ${Math.round(i / ((performance.now() - begun) / 1000))}/s\n`);
    }
  } finally {
    await dataSource.destroy();
  }
  const rate = count / ((performance.now() - begun) / 1000);
  const owner = new Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  await owner.query('VACUUM ANALYZE search_documents, search_words');
  await owner.end();
  return rate;
}
