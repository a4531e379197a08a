import { createDataSource, Reader, Transactor } from '@app/database';
import { PostgresEngine, PostgresIndex } from '@app/search';
import { describeSearchContract } from '../support/search-contract';
import { TestDatabase } from '../support/test-database';

describe('PostgreSQL as a search engine', () => {
  describeSearchContract(async () => {
    const database = await TestDatabase.create();
    const dataSource = await createDataSource(database, [], 2).initialize();
    const transactor = new Transactor(dataSource);
    const reader = new Reader(database, 2);
    const index = new PostgresIndex();
    return {
      engine: new PostgresEngine(reader),
      write: (communityId, documents, removed = []) =>
        transactor.run(communityId, (tx) => index.write(tx, communityId, documents, removed)),
      close: async () => {
        await Promise.all([dataSource.destroy(), reader.close()]);
        await database.drop();
      },
    };
  });
});
