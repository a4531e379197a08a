import { counterDrift } from '../../../../../test/support/counter-drift';
import { communityRows } from '../../../../../test/support/community-rows';
import { Founder } from '../../../../../test/support/founder';
import { importRecords } from '../../../../../test/support/import-records';
import { SAMPLE_RECORDS } from '../../../../../test/support/sample-records';
import { TestDatabase } from '../../../../../test/support/test-database';

describe('publishing an import', () => {
  let database: TestDatabase;
  let founder: Founder;

  beforeAll(async () => {
    database = await TestDatabase.create();
    founder = new Founder(database.ownerUrl);
  });

  afterAll(async () => {
    await founder.stop();
    await database.drop();
  });

  it('makes rows of all records, with counters that the rows bear out', async () => {
    const outcome = await importRecords(SAMPLE_RECORDS, { ownerUrl: database.ownerUrl, slug: 'beer' });
    expect(outcome.rejects).toEqual([]);
    expect(await counterDrift(founder, outcome.communityId)).toEqual([]);
    console.log(outcome);
  });
});
