import { newId } from '@app/kernel';
import { REPUTATION_RULES } from '@app/reputation';
import { Backstage } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { IDENTITY } from '../support/identity/identity-operations';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import { TestUser } from '../support/test-user';

const LINE = `id kind at standing value points repeat word overlap ruleVersion why decisions { kind note }
  topic { id } answer { id } linkedTopic { id }`;
const MINE = `query ($communityId: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  myReputation(communityId: $communityId) {
    epoch ruleVersion value heldCount reversedCount sums { kind lineCount value }
    lines(first: $first, after: $after, last: $last, before: $before) {
      nodes { ${LINE} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
}`;
const STAR = mutation('starAnswer', 'id', 'StarInput');

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly standing: string;
  readonly value: number;
  readonly why: string;
  readonly decisions: { kind: string; note: string | null }[];
  readonly topic: { id: string } | null;
  readonly answer: { id: string } | null;
}

interface Mine {
  readonly epoch: number;
  readonly value: number;
  readonly heldCount: number;
  readonly reversedCount: number;
  readonly sums: { kind: string; lineCount: number; value: number }[];
  readonly lines: {
    nodes: Line[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
}

describe('reputation', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let back: Backstage;
  let talk: Conversation;
  let [ann, ben, rep]: TestUser[] = [];

  beforeAll(async () => {
    house = await TestApp.start();
    ours = await house.founder.community();
    back = new Backstage(house, ours);
    talk = new Conversation(ours);
    [ann, ben] = await Promise.all([1, 2].map(() => house.founder.member(house.url, ours)));
    rep = await house.founder.member(house.url, ours, { role: 'REPRESENTATIVE' });
  });
  afterAll(() => house.stop());

  const people = (): Record<'ann' | 'ben' | 'rep', TestUser> => {
    if (!ann || !ben || !rep) throw new Error('Nobody is there yet.');
    return { ann, ben, rep };
  };
  const mine = async (user: TestUser, page: object = {}): Promise<Mine> =>
    (await user.ask<{ myReputation: Mine }>(MINE, { communityId: ours.id, ...page })).myReputation;
  /** From now on words weigh this much. */
  const weigh = async (number: number, words: [TestUser, number, TestUser?][]): Promise<void> => {
    await back.rows(
      `INSERT INTO trust_epochs (community_id, number, rule_version, seeds_digest, words_digest, seed_count, word_count, entry_count, began_at)
       VALUES ('${ours.key}', ${number}, 1, '', '', 1, 1, 1, now())`,
    );
    const placeOf = (user: TestUser): number => words.findIndex(([one]) => one === user);
    for (const [user, weight, source] of words) {
      const flows = source ? `int4send(${placeOf(source)}) || int4send(1000000)` : `''`;
      await back.rows(
        `INSERT INTO trust_weights (community_id, epoch, member_id, place, weight, flows)
         VALUES ('${ours.key}', ${number}, $1, ${placeOf(user)}, ${weight}, ${flows})`,
        user.memberId,
      );
    }
  };
  const decide = (kind: string, entryId: string, note: string): Promise<{ id: string }[]> =>
    back.rows(
      `INSERT INTO reputation_entries (community_id, id, kind, at, subject_id, topic_id, rule_version, names_id, note)
       SELECT community_id, '${newId()}', '${kind}', now(), subject_id, topic_id, 1, id, '${note}'
       FROM reputation_entries WHERE id = $1 RETURNING id`,
      entryId,
    );

  it("is every line of one's own, each with why, and a sum that they add up to", async () => {
    const { ann: asker, ben: reader, rep: staff } = people();
    const helper = await house.founder.member(house.url, ours);
    const topicId = await talk.ask(asker);
    const answerId = await talk.answer(helper, topicId);
    await asker.ask(mutation('markSolved', 'id', 'SolvedMarkInput'), { input: { answerId } });
    await staff.ask(mutation('markOfficial'), { input: { answerId } });
    await reader.ask(STAR, { input: { answerId } });
    const before = await mine(helper);
    expect(before).toMatchObject({ epoch: 0, value: 0, heldCount: 0 });
    expect(before.lines.nodes.map(({ standing }) => standing)).toEqual(Array(3).fill('NO_TRUST'));

    await weigh(1, [
      [staff, 1_000_000],
      [asker, 420_000, staff],
    ]);
    const own = await mine(helper);
    expect(own.lines.nodes).toMatchObject([
      { kind: 'STAR', standing: 'NO_TRUST', value: 0, word: 0, topic: { id: topicId }, answer: { id: answerId } },
      { kind: 'OFFICIAL', standing: 'COUNTS', value: 20, word: 1, overlap: 0 },
      {
        kind: 'SOLVED',
        standing: 'COUNTS',
        value: 0.315,
        word: 0.42,
        overlap: 1,
        repeat: 1,
        points: 15,
        ruleVersion: 1,
      },
    ]);
    expect(own.lines.nodes.map(({ why }) => why)).toEqual([
      'Somebody starred your answer. It gives nothing so far: nobody whose word counts vouches for who gave it.',
      'The company marked your answer as official: 20 points by version 1 of the rules; the word of who gave it weighs 1; together 20.',
      'The asker said that your answer solved it: 15 points by version 1 of the rules; the word of who gave it weighs 0.42; 100 % of their trust comes from others who confirm you, which is discounted; together 0.32.',
    ]);
    expect(own.value).toBeCloseTo(
      own.lines.nodes.reduce((sum, { value }) => sum + value, 0),
      9,
    );
    expect(own.sums).toEqual([
      { kind: 'OFFICIAL', lineCount: 1, value: 20 },
      { kind: 'SOLVED', lineCount: 1, value: 0.315 },
      { kind: 'STAR', lineCount: 1, value: 0 },
    ]);
    const [row] = await back.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM reputation_entries WHERE subject_id = $1',
      helper.memberId,
    );
    expect(own.lines.nodes).toHaveLength(row?.n ?? 0);
  });

  it('says what is held and what is reversed, by whom not, and what leads say of it', async () => {
    const { ann: asker, ben: reader } = people();
    const helper = await house.founder.member(house.url, ours);
    await weigh(2, [[reader, 1_000_000]]);
    const answers: string[] = [];
    for (let n = 0; n < 7; n++) answers.push(await talk.answer(helper, await talk.ask(asker)));
    for (const answerId of answers) await reader.ask(STAR, { input: { answerId } });
    expect(await mine(helper)).toMatchObject({ value: 0, heldCount: 7, reversedCount: 0 });
    expect((await mine(helper)).lines.nodes[0]?.why).toContain('It is held');

    const lineOf = async (answerId = ''): Promise<Line> => {
      const { lines } = await mine(helper);
      return lines.nodes.find(({ answer }) => answer?.id === answerId) as Line;
    };
    await decide('RELEASE', (await lineOf(answers[0])).id, 'They read all night.');
    expect(await lineOf(answers[0])).toMatchObject({
      standing: 'COUNTS',
      value: 10,
      decisions: [{ kind: 'RELEASE', note: 'They read all night.' }],
    });
    const [reversal] = await decide('REVERSAL', (await lineOf(answers[0])).id, 'A ring.');
    expect(await lineOf(answers[0])).toMatchObject({
      standing: 'REVERSED',
      value: 0,
      why: expect.stringContaining('"A ring."'),
    });
    expect((await mine(helper)).reversedCount).toBe(1);
    await back.rows(
      `INSERT INTO reputation_entries (community_id, id, kind, at, subject_id, topic_id, rule_version, names_id)
       SELECT community_id, '${newId()}', 'REVERSAL', now(), subject_id, topic_id, 1, id FROM reputation_entries WHERE id = '${reversal?.id}'`,
    );
    expect(await lineOf(answers[0])).toMatchObject({ standing: 'COUNTS', value: 10 });
    expect((await lineOf(answers[0])).decisions.map(({ kind }) => kind)).toEqual(['RELEASE', 'REVERSAL', 'REVERSAL']);

    const taken = mutation('takeBackStar', 'id', 'StarInput');
    await reader.ask(taken, { input: { answerId: answers[6] } });
    expect((await lineOf(answers[6])).why).toBe(
      'Somebody starred your answer. It is reversed: the mark was taken back.',
    );
    const { memberId } = reader;
    expect(JSON.stringify(await mine(helper))).not.toContain(memberId);
  });

  it('is read page by page, from both ends', async () => {
    const { ann: asker, ben: reader } = people();
    const helper = await house.founder.member(house.url, ours);
    for (let n = 0; n < 5; n++) {
      await reader.ask(STAR, { input: { answerId: await talk.answer(helper, await talk.ask(asker)) } });
    }
    const ids = ({ lines }: Mine): string[] => lines.nodes.map(({ id }) => id);
    const all = ids(await mine(helper));
    const first = await mine(helper, { first: 2 });
    const second = await mine(helper, { first: 2, after: first.lines.pageInfo.endCursor });
    const third = await mine(helper, { first: 2, after: second.lines.pageInfo.endCursor });
    expect([first, second, third].map(ids)).toEqual([all.slice(0, 2), all.slice(2, 4), all.slice(4)]);
    expect([first, second, third].map(({ lines }) => lines.pageInfo.hasNextPage)).toEqual([true, true, false]);
    const last = await mine(helper, { last: 2 });
    const before = await mine(helper, { last: 2, before: last.lines.pageInfo.startCursor });
    expect([ids(last), ids(before)]).toEqual([all.slice(3), all.slice(1, 3)]);
    expect(await helper.codeOf(MINE, { communityId: ours.id, after: 'x' })).toBe('INVALID_INPUT');
  });

  it('shows a topic that its subject may not see any more as none', async () => {
    const { ann: asker, ben: reader } = people();
    const helper = await house.founder.member(house.url, ours);
    const topicId = await talk.ask(asker);
    const answerId = await talk.answer(helper, topicId);
    await reader.ask(STAR, { input: { answerId } });
    await back.setTopic(topicId, `visibility = 'PRIVATE'`);
    expect((await mine(helper)).lines.nodes).toMatchObject([{ kind: 'STAR', topic: null, answer: null }]);
  });

  it('is for members alone, suspended ones too, and not for keys that act for others', async () => {
    const variables = { communityId: ours.id };
    const outsider = await house.founder.user(house.url);
    const suspended = await house.founder.member(house.url, ours, { suspended: true });
    expect(await house.stranger.codeOf(MINE, variables)).toBe('UNAUTHENTICATED');
    expect(await outsider.codeOf(MINE, variables)).toBe('FORBIDDEN');
    expect(await suspended.codeOf(MINE, variables)).toBe('OK');
    const admin = await house.founder.member(house.url, ours, { role: 'ADMIN' });
    const key = { idempotencyKey: newId(), name: 'A program', scopes: ['READ', 'WRITE'], actsInCommunityId: ours.id };
    const made = await admin.ask<{ createApiKey: { token: string } }>(IDENTITY.CREATE_KEY, { input: key });
    const { token } = made.createApiKey;
    const program = new TestUser(house.url, token, '', { 'x-act-as': people().ann.memberId });
    expect(await program.codeOf(MINE, variables)).toBe('FORBIDDEN');
    expect(await new TestUser(house.url, token).codeOf(MINE, variables)).toBe('OK');
  });

  it('has rules that everybody may read, with every version', async () => {
    const { reputationRules } = await house.stranger.ask<{ reputationRules: { version: number; text: string }[] }>(
      '{ reputationRules { version since text rules { name value text } changes { name before after text } } }',
    );
    expect(reputationRules.map(({ version }) => version)).toEqual(
      REPUTATION_RULES.map(({ version }) => version).toReversed(),
    );
    expect(reputationRules[0]?.text).toContain('10 points for a star');
    const [written] = await back.rows<{ version: number }>(
      'SELECT max(rule_version) AS version FROM reputation_entries WHERE names_id IS NULL',
    );
    expect(written?.version).toBe(reputationRules[0]?.version);
  });
});
