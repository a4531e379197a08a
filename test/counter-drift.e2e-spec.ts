import { demoCommunity, loadDemo } from '@app/community';
import { Client } from 'pg';
import { counterDrift, type Drift } from './support/counter-drift';
import { TestDatabase } from './support/test-database';

const { id: community, topics, tags } = demoCommunity;
const topic = topics.find(({ key }) => key === 'pilo-base-lost');
const answer = topic?.answers.find(({ official }) => official);
const comment = answer?.comments[0];
const other = topics.find(({ key }) => key === 'welcome');

/** One way to spoil what is kept, and what must be found then. */
const SPOILT: readonly [spoil: string, found: readonly string[]][] = [
  [`topics SET answer_count = answer_count + 1`, ['topics.answer_count']],
  [`topics SET reply_count = reply_count + 1`, ['topics.reply_count']],
  [`topics SET me_too_count = me_too_count - 1`, ['topics.me_too_count']],
  [`topics SET me_too_base = 1`, ['topics.me_too_count']],
  [`topics SET follower_count = follower_count + 1`, ['topics.follower_count']],
  [`topics SET view_count = view_count + 1`, ['topics.view_count']],
  [`topics SET first_answer_at = first_answer_at + interval '1 minute'`, ['topics.first_answer_at']],
  [`topics SET unanswered = true`, ['topics.unanswered']],
  [`topics SET resolved_by = 'READERS'`, ['topics.resolved_by']],
  [`topics SET resolved_at = NULL`, ['topics.resolved_at']],
  [`topics SET resolution = 'ANSWERED', resolved_by = NULL`, ['topics.resolution', 'topics.resolved_by']],
  [`answers SET star_count = star_count + 1`, ['answers.star_count']],
  [`answers SET trusted_star_count = 0`, ['answers.trusted_star_count']],
  [`answers SET comment_count = 0`, ['answers.comment_count']],
  [`answers SET official = false`, ['answers.official']],
  [`answers SET solved = false`, ['answers.solved']],
  [`answers SET follow_up = true`, ['answers.follow_up']],
  [`comments SET topic_id = '${other?.id}'`, ['comments.topic_id', 'topics.reply_count', 'topics.reply_count']],
  [`articles SET still_right_count = 0`, ['articles.still_right_count']],
  [`articles SET not_right_count = not_right_count + 1`, ['articles.not_right_count']],
  [`tags SET topic_count = topic_count + 1`, ['tags.topic_count']],
  [`tags SET follower_count = follower_count + 1`, ['tags.follower_count']],
  [`products SET follower_count = follower_count + 1`, ['products.follower_count']],
  [`members SET follower_count = follower_count + 1`, ['members.follower_count']],
];

const SPOILT_ROWS: Readonly<Record<string, string | undefined>> = {
  topics: topic?.id,
  answers: answer?.id,
  comments: comment?.id,
  articles: demoCommunity.articles[0]?.id,
  tags: tags[0]?.id,
  products: demoCommunity.products[0]?.id,
  members: demoCommunity.members[0]?.id,
};

describe('the check of counters', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await TestDatabase.create();
    await loadDemo(database);
    client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** What is found after a change that is not kept. */
  async function driftAfter(change: string): Promise<Drift[]> {
    await client.query(`BEGIN; SET LOCAL app.community_id = '${community}'`);
    try {
      if (change) expect((await client.query(change)).rowCount).toBe(1);
      const sql = async <Row extends object>(_: string, text: string, values?: unknown[]): Promise<Row[]> =>
        (await client.query<Row>(text, values)).rows;
      return await counterDrift({ sql }, community);
    } finally {
      await client.query('ROLLBACK');
    }
  }

  it('finds nothing where all is exact', async () => {
    await expect(driftAfter('')).resolves.toEqual([]);
  });

  it.each(SPOILT)('finds what is wrong after %s', async (spoil, found) => {
    const id = SPOILT_ROWS[spoil.split(' ')[0] ?? ''];
    const drifts = await driftAfter(`UPDATE ${spoil} WHERE community_id = '${community}' AND id = '${id}'`);
    expect(drifts.map(({ counter }) => counter).filter((name) => found.includes(name))).toEqual(found);
    expect(drifts.map((drift) => drift.id)).toContain(id);
  });
});
