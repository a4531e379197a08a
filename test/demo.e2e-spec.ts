import { DEMO_PASSWORD, demoCommunity, loadDemo } from '@app/community';
import { counterDrift } from './support/counter-drift';
import { Founder } from './support/founder';
import { TestDatabase } from './support/test-database';

const { id: community, members, products, tags, topics } = demoCommunity;

describe('the demo community in a database', () => {
  let database: TestDatabase;
  let founder: Founder;
  let loaded: boolean;

  beforeAll(async () => {
    database = await TestDatabase.create();
    founder = new Founder(database.ownerUrl);
    console.time('load');
    loaded = await loadDemo(database);
    console.timeEnd('load');
  });
  afterAll(async () => {
    await founder.stop();
    await database.drop();
  });

  it('counts', async () => {
    expect(loaded).toBe(true);
    expect(await counterDrift(founder, community)).toEqual([]);
    for (const table of ['users','members','products','tags','topics','answers','comments','me_toos','follows','stars','official_marks','solved_marks','revisions','domain_events','topic_merges','merged_rows'])
      console.log(table, await founder.sql(community, `select count(*) from ${table}`));
    console.log(await founder.sql(community, `select code, slug, resolution, resolved_by, resolved_at, status, answer_count, me_too_count, follower_count, view_count, last_activity_at from topics order by created_at`));
    console.log(await founder.sql(community, `select type, count(*) from domain_events group by 1`));
  });
});
