import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoCommunity, loadDemo } from '@app/community';
import { CommunityExport } from '@app/interchange';
import { temporaryFolder } from '../support/temporary-folder';
import { TestDatabase } from '../support/test-database';

describe('an export', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await TestDatabase.create();
    await loadDemo(database);
  });
  afterAll(() => database.drop());

  it('works', async () => {
    const folder = join(temporaryFolder(), 'out');
    const files = await CommunityExport.run({ ownerUrl: database.ownerUrl, slug: demoCommunity.slug, folder });
    console.log(files);
    for (const { name } of files)
      console.log(readFileSync(join(folder, name), 'utf8').split('\n').slice(0, 3).join('\n'));
  });
});
