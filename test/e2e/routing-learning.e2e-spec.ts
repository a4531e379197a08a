import { ModelLearningService } from '@app/similarity';
import { FIXED_MODEL, LearnedRoutingReader, RoutingLearningQueue, RoutingLearningService } from '@app/superfans';
import { SubjectMatter } from '../support/subject-matter';
import { TestApp } from '../support/test-app';

const SECONDS = 1_000;
const { signal } = new AbortController();

describe('learning who answers what', () => {
  let house: TestApp;
  let matter: SubjectMatter;
  const learn = (): Promise<boolean> => house.app.get(RoutingLearningService).learn(matter.community.key, signal);
  const model = (community: string) => house.app.get(LearnedRoutingReader).of(community);

  beforeAll(async () => {
    house = await TestApp.start();
    matter = new SubjectMatter(house, await house.founder.community());
    await matter.begin();
  }, 60 * SECONDS);
  afterAll(() => house.stop());

  it('goes by what is known beforehand while a community is young', async () => {
    await expect(learn()).resolves.toBe(false);
    await expect(model(matter.community.key)).resolves.toEqual(FIXED_MODEL);
  });

  it(
    'keeps weights only, of that community only, and learns anew',
    async () => {
      await matter.ask(360);
      await matter.index.settle();
      await expect(learn()).resolves.toBe(false);
      await house.app.get(ModelLearningService).learn(matter.community.key);
      await expect(learn()).resolves.toBe(true);
      const learned = await model(matter.community.key);
      expect(learned).not.toEqual(FIXED_MODEL);
      expect(JSON.stringify(learned).replace(/"(match|chance|presence|here|weights|intercept)"/g, '')).not.toMatch(/"/);
      const other = await house.founder.community();
      await expect(model(other.key)).resolves.toEqual(FIXED_MODEL);
      await expect(learn()).resolves.toBe(true);
      const rows = await matter.rows('SELECT 1 AS one FROM learned_routing WHERE community_id = $1');
      expect(rows).toHaveLength(1);
    },
    60 * SECONDS,
  );

  it('is asked for soon after likeness was learned, where there is more to learn, and once', async () => {
    const queue = house.app.get(RoutingLearningQueue);
    const { key } = matter.community;
    const jobs = (): Promise<object[]> =>
      house.founder.sql(key, `SELECT FROM graphile_worker.jobs WHERE key = 'learn_routing:' || $1::text`, [key]);
    await queue.afterLikeness((await house.founder.community()).key);
    await queue.afterLikeness(key);
    expect(await jobs()).toEqual([]);
    await house.founder.sql(key, `UPDATE similarity_models SET state = 'RETIRED'`);
    await house.founder.sql(
      key,
      `INSERT INTO similarity_models (community_id, version, state, started_at, seen_at, learned_at, learned_through, threads, model)
       SELECT community_id, version + 1, 'SERVING', now(), now(), now(), learned_through, 2 * threads, model FROM similarity_models`,
    );
    await queue.afterLikeness(key);
    await queue.afterLikeness(key);
    expect(await jobs()).toHaveLength(1);
  });

  it('is asked for once, for every community', async () => {
    const queue = house.app.get(RoutingLearningQueue);
    await queue.nightly();
    await queue.nightly();
    const jobs = await house.founder.sql<{ key: string }>(
      matter.community.key,
      `SELECT key FROM graphile_worker.jobs WHERE key = 'learn_routing:' || $1::text`,
      [matter.community.key],
    );
    expect(jobs).toHaveLength(1);
  });
});
