import { randomUUID } from 'node:crypto';
import { GlobalId, newId } from '@app/kernel';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { alike, findAlike } from '../support/similar';
import { statementsOf } from '../support/statements';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const SHOWN = 'why isProbablyAnswered basis topic { id } article { id }';
const SUGGESTIONS = `query ($slug: String!, $title: String!) { community(slug: $slug) { suggestions(title: $title) { ${SHOWN} } } }`;
const START = `mutation ($input: StartAskAttemptInput!) { startAskAttempt(input: $input) { id token isHeldOut isSurveyed } }`;
const ATTEMPT = `query ($id: ID!, $token: String, $title: String!) { askAttempt(id: $id, token: $token) {
  isHeldOut answeredTopic { id } answeredArticle { id } meTooTopic { id } askedTopic { id } suggestions(title: $title) { ${SHOWN} } } }`;
const [OPEN, ANSWERED] = ['openSuggestion', 'thisAnsweredMe'].map(
  (name) =>
    `mutation ($input: SuggestedInput!) { ${name}(input: $input) { id answeredTopic { id } answeredArticle { id } } }`,
) as [string, string];
const ME_TOO = 'mutation ($input: MeTooInsteadInput!) { meTooInstead(input: $input) { meTooTopic { id meTooCount } } }';
const ASK = 'mutation ($input: AskInput!) { ask(input: $input) { id } }';

interface Attempt {
  readonly attemptId: string;
  readonly token: string | null;
}
interface Suggested {
  readonly why: string;
  readonly isProbablyAnswered: boolean;
  readonly basis: string;
  readonly topic: { readonly id: string } | null;
  readonly article: { readonly id: string } | null;
}

describe('asking', () => {
  let house: TestApp;
  let community: TestCommunity;
  let say: Conversation;
  let back: Backstage;
  let ann: TestUser;
  let ben: TestUser;
  let rep: TestUser;
  let solved: string;
  let open: string;
  let article: string;

  const start = async (user: TestUser, at = community, idempotencyKey: string = randomUUID()): Promise<Attempt> => {
    const { startAskAttempt } = await user.ask<{ startAskAttempt: { id: string; token: string | null } }>(START, {
      input: { communityId: at.id, idempotencyKey },
    });
    return { attemptId: startAskAttempt.id, token: startAskAttempt.token };
  };
  const show = async (
    user: TestUser,
    { attemptId: id, token }: Attempt,
    title = 'Sync fails',
  ): Promise<Suggested[]> => {
    const { askAttempt } = await user.ask<{ askAttempt: { suggestions: Suggested[] } }>(ATTEMPT, { id, token, title });
    return askAttempt.suggestions;
  };
  const shownTo = async (user: TestUser): Promise<Attempt> => {
    const attempt = await start(user);
    await show(user, attempt);
    return attempt;
  };
  const events = async ({ attemptId }: Attempt): Promise<string[]> => {
    const rows = await back.rows<{ type: string }>(
      'SELECT type FROM ask_attempt_events WHERE attempt_id = $1 ORDER BY created_at, type',
      attemptId,
    );
    return rows.map(({ type }) => type).toSorted();
  };
  const answeredMe = async (id: string): Promise<number> => {
    const [row] = await back.rows<{ n: number }>('SELECT answered_me AS n FROM answered_counts WHERE id = $1', id);
    return row?.n ?? 0;
  };
  const question = (more: object): object => ({
    input: { communityId: community.id, idempotencyKey: randomUUID(), title: 'Sync fails', body: 'Why?', ...more },
  });

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community({ holdOutPercent: 0, surveyPercent: 100 });
    say = new Conversation(community);
    back = new Backstage(house, community);
    [ann, ben] = [await house.founder.member(house.url, community), await house.founder.member(house.url, community)];
    rep = await house.founder.member(house.url, community, { role: 'REPRESENTATIVE' });
    [solved, open] = [await say.ask(ben, { title: 'Sync stops' }), await say.ask(ben, { title: 'Sync is slow' })];
    await back.setTopic(solved, `resolution = 'SOLVED', resolved_by = 'ASKER', resolved_at = now()`);
    const articleId = newId();
    await house.founder.sql(
      community.key,
      `INSERT INTO articles (community_id, id, slug, title, body, body_html, locale) VALUES ($1, $2, 'sync', 'Sync', 'So.', '', 'en')`,
      [community.key, articleId],
    );
    article = GlobalId.encode('Article', community.key, articleId);
    findAlike(() => [
      alike('TOPIC', keyOf(solved), {
        confidence: 0.9,
        threads: [{ topicId: keyOf(open), weight: 1, sharedWords: [] }],
      }),
      alike('ARTICLE', keyOf(article), { confidence: 0.2, sharedWords: ['sync'] }),
      alike('TOPIC', keyOf(open), { confidence: 0.99 }),
      alike('TOPIC', newId()),
    ]);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await house.stop();
  });

  describe('suggestions', () => {
    const suggest = async (user: TestUser, title = 'Sync fails'): Promise<Suggested[]> => {
      const variables = { slug: community.slug, title };
      return (await user.ask<{ community: { suggestions: Suggested[] } }>(SUGGESTIONS, variables)).community
        .suggestions;
    };

    it('are for everybody who reads, with why, and say when one is probably the answer', async () => {
      const expected = [
        {
          why: 'Linked by repliers in an earlier topic like yours: ‹Sync is slow›.',
          ...{ isProbablyAnswered: true, basis: 'LEARNED', topic: { id: solved }, article: null },
        },
        {
          why: 'A knowledge article that shares sync with what you wrote.',
          ...{ isProbablyAnswered: false, basis: 'LEARNED', topic: null, article: { id: article } },
        },
        {
          why: 'Not solved yet, and is much like what you wrote.',
          ...{ isProbablyAnswered: false, basis: 'LEARNED', topic: { id: open }, article: null },
        },
      ];
      expect(await suggest(house.stranger)).toEqual(expected);
      expect(await suggest(ann)).toEqual(expected);
    });

    it.each(['', '  ', 'ab', 'a . b !', '??? --'])('are none for %j, which is hardly a word', async (title) => {
      expect(await suggest(ann, title)).toEqual([]);
    });

    it('are there for a word of two ideographs', async () => {
      expect(await suggest(ann, '日历')).toHaveLength(3);
    });

    it.each([
      [`visibility = 'PRIVATE'`, `visibility = 'PUBLIC'`],
      [`state = 'HIDDEN'`, `state = 'VISIBLE'`],
      [`state = 'REMOVED'`, `state = 'VISIBLE'`],
      ['archived_at = now()', 'archived_at = NULL'],
      ['merged_into_id = author_id', 'merged_into_id = NULL'],
    ])('and what they name never show what is %s', async (change, undo) => {
      const hide = change.replace('author_id', `'${keyOf(solved)}'`);
      await back.setTopic(open, hide);
      const [first, ...rest] = await suggest(house.stranger);
      expect(first?.why).toBe('Linked by repliers in an earlier topic like yours.');
      expect(rest.map(({ topic }) => topic)).toEqual([null]);
      await back.setTopic(open, undo);
    });

    it('never show drafts, also to staff', async () => {
      await back.rows(`UPDATE articles SET state = 'DRAFT'`);
      expect((await suggest(rep)).map((one) => one.article)).toEqual([null, null]);
      await back.rows(`UPDATE articles SET state = 'PUBLISHED'`);
    });

    it('take the same few statements, however much there is', async () => {
      const count = async (): Promise<number> => (await statementsOf(() => suggest(house.stranger))).length;
      expect([await count(), await count()]).toEqual([4, 4]);
    });

    it.each([
      [{ title: 'x'.repeat(601) }, 'INVALID_INPUT'],
      [{ title: 'Sync', first: 11 }, 'INVALID_INPUT'],
      [{ title: 'Sync', first: 0 }, 'BAD_USER_INPUT'],
      [{ title: 'Sync', body: 'x'.repeat(40_001) }, 'INVALID_INPUT'],
      [{ title: 'a\0b \uD83D' }, 'OK'],
    ])('refuse what is far too much: %#', async (given, code) => {
      const query = `query ($slug: String!, $title: String!, $body: String, $first: Int! = 5) {
        community(slug: $slug) { suggestions(title: $title, body: $body, first: $first) { why } } }`;
      expect(await ann.codeOf(query, { slug: community.slug, ...given })).toBe(code);
    });
  });

  describe('an attempt', () => {
    it('is started once per key, by members and by strangers with a token', async () => {
      const key = randomUUID();
      const mine = await start(ann, community, key);
      expect(mine.token).toBeNull();
      expect(await start(ann, community, key)).toEqual(mine);
      const theirs = await start(house.stranger, community, key);
      expect(theirs.token).toMatch(/^aha_[\w-]{43}$/);
      expect(await start(house.stranger, community, key)).toEqual(theirs);
      expect(theirs.attemptId).not.toBe(mine.attemptId);
      expect(await events(theirs)).toEqual(['STARTED']);
      expect(await ann.codeOf(START, { input: { communityId: community.id, idempotencyKey: 'short' } })).toBe(
        'INVALID_INPUT',
      );
    });

    it('is its owner’s alone, for seven days', async () => {
      const [mine, theirs] = [await start(ann), await start(house.stranger)];
      const code = (user: TestUser, { attemptId }: Attempt, token: string | null = null): Promise<string> =>
        user.codeOf(ATTEMPT, { id: attemptId, token, title: 'Sync' });
      expect(await code(ann, mine)).toBe('OK');
      expect(await code(ben, mine)).toBe('NOT_FOUND');
      expect(await code(house.stranger, mine, theirs.token)).toBe('NOT_FOUND');
      expect(await code(house.stranger, theirs)).toBe('NOT_FOUND');
      expect(await code(house.stranger, theirs, `${theirs.token}`.replace(/.$/, '!'))).toBe('NOT_FOUND');
      expect(await code(house.stranger, theirs, theirs.token)).toBe('OK');
      await back.rows(`UPDATE ask_attempts SET created_at = now() - interval '7 days' WHERE id = $1`, theirs.attemptId);
      expect(await code(house.stranger, theirs, theirs.token)).toBe('NOT_FOUND');
    });

    it('of another community looks absent', async () => {
      const other = await house.founder.community();
      const foreign = await start(house.stranger, other);
      const ref = GlobalId.encode('AskAttempt', community.key, keyOf(foreign.attemptId));
      expect(await ann.codeOf(ATTEMPT, { id: ref, token: foreign.token, title: 'Sync' })).toBe('NOT_FOUND');
      expect(await ann.codeOf(ASK, question({ ...foreign, attemptId: ref }))).toBe('NOT_FOUND');
      expect(await ann.codeOf(ASK, question(foreign))).toBe('NOT_FOUND');
    });

    it('keeps what was shown once, not per keystroke', async () => {
      const attempt = await start(house.stranger);
      for (const title of ['Syn', 'Sync', 'Sync f']) expect(await show(house.stranger, attempt, title)).toHaveLength(3);
      const rows = await back.rows<{ position: number }>(
        `SELECT position FROM ask_attempt_events WHERE attempt_id = $1 AND type = 'SHOWN' ORDER BY position`,
        attempt.attemptId,
      );
      expect(rows).toEqual([{ position: 0 }, { position: 1 }, { position: 2 }]);
      const again = await statementsOf(() => show(house.stranger, attempt, 'Sync fa'));
      expect(again.filter((text) => text.includes('INSERT'))).toEqual([]);
    });

    it('that is held out sees nothing, and is compared for good', async () => {
      const settings = (percent: number): string =>
        `UPDATE communities SET settings = settings || '{"holdOutPercent": ${percent}}'`;
      await back.rows(`${settings(100)} WHERE id = '${community.key}'`);
      const attempt = await start(house.stranger);
      await back.rows(`${settings(0)} WHERE id = '${community.key}'`);
      expect(
        await house.stranger.ask(ATTEMPT, { id: attempt.attemptId, token: attempt.token, title: 'Sync' }),
      ).toMatchObject({
        askAttempt: { isHeldOut: true, suggestions: [] },
      });
      expect(await events(attempt)).toEqual(['STARTED']);
      expect(await house.stranger.codeOf(ANSWERED, { input: { ...attempt, suggestedId: solved } })).toBe('NOT_FOUND');
    });

    it('is not started without end', async () => {
      const dora = await house.founder.member(house.url, community);
      for (let i = 0; i < 60; i++) await start(dora);
      expect(await dora.codeOf(START, { input: { communityId: community.id, idempotencyKey: randomUUID() } })).toBe(
        'RATE_LIMITED',
      );
    });
  });

  describe('what comes of it', () => {
    it('is opened, and answered by what was shown: each once', async () => {
      const attempt = await shownTo(house.stranger);
      const input = { ...attempt, suggestedId: article };
      const before = await answeredMe(article);
      for (const query of [OPEN, OPEN, ANSWERED, ANSWERED]) {
        expect(await house.stranger.codeOf(query, { input })).toBe('OK');
      }
      expect(await events(attempt)).toEqual(['ANSWERED', 'OPENED', 'SHOWN', 'SHOWN', 'SHOWN', 'STARTED']);
      expect(await answeredMe(article)).toBe(before + 1);
      expect(await house.stranger.codeOf(ANSWERED, { input: { ...attempt, suggestedId: solved } })).toBe(
        'ALREADY_DECIDED',
      );
      for (const query of [OPEN, ANSWERED]) {
        const other = await say.ask(ann);
        expect(await house.stranger.codeOf(query, { input: { ...input, suggestedId: other } })).toBe('NOT_FOUND');
        expect(await house.stranger.codeOf(query, { input: { ...input, token: null } })).toBe('NOT_FOUND');
        expect(await house.stranger.codeOf(query, { input: { ...input, suggestedId: ann.memberId } })).toBe(
          'NOT_FOUND',
        );
      }
    });

    it('is answered once, however many say so at once', async () => {
      const attempt = await shownTo(house.stranger);
      const before = await answeredMe(solved);
      const input = { ...attempt, suggestedId: solved };
      await Promise.all(Array.from({ length: 50 }, () => house.stranger.ask(ANSWERED, { input })));
      expect(await answeredMe(solved)).toBe(before + 1);
      expect((await events(attempt)).filter((type) => type === 'ANSWERED')).toHaveLength(1);
    });

    it('is a me too, by a member, in one go; the attempt is theirs from then on', async () => {
      const attempt = await shownTo(house.stranger);
      const input = { ...attempt, topicId: open };
      expect(await house.stranger.codeOf(ME_TOO, { input })).toBe('UNAUTHENTICATED');
      await Promise.all(Array.from({ length: 50 }, () => ann.ask(ME_TOO, { input })));
      expect(await ann.ask(ME_TOO, { input })).toEqual({ meTooInstead: { meTooTopic: { id: open, meTooCount: 2 } } });
      expect((await events(attempt)).filter((type) => type === 'ME_TOO')).toHaveLength(1);
      expect(await house.stranger.codeOf(ATTEMPT, { id: attempt.attemptId, token: attempt.token, title: 'Sync' })).toBe(
        'NOT_FOUND',
      );
      expect(await ann.codeOf(ME_TOO, { input: { ...input, topicId: solved } })).toBe('ALREADY_DECIDED');
      const [meToos] = await back.rows<{ n: number }>(
        'SELECT count(*)::int AS n FROM me_toos WHERE topic_id = $1',
        solved,
      );
      expect(meToos?.n).toBe(1);
    });

    it('is a topic: one, however often it is sent, and nothing after it', async () => {
      const attempt = await shownTo(house.stranger);
      const asked = await Promise.all(
        Array.from({ length: 50 }, () => ann.ask<{ ask: { id: string } }>(ASK, question(attempt))),
      );
      const ids = new Set(asked.map(({ ask }) => ask.id));
      expect(ids.size).toBe(1);
      expect((await events(attempt)).filter((type) => type === 'ASKED')).toHaveLength(1);
      expect(await ann.codeOf(ASK, question({ ...attempt, title: 'Another one' }))).toBe('IDEMPOTENCY_MISMATCH');
      expect(await ben.codeOf(ASK, question(attempt))).toBe('NOT_FOUND');
      const input = { ...attempt, suggestedId: solved };
      expect(await ann.codeOf(OPEN, { input })).toBe('ALREADY_DECIDED');
      expect(await ann.codeOf(ANSWERED, { input })).toBe('ALREADY_DECIDED');
      const before = await back.rows('SELECT * FROM me_toos ORDER BY topic_id, member_id');
      expect(await ann.codeOf(ME_TOO, { input: { ...attempt, topicId: solved } })).toBe('ALREADY_DECIDED');
      expect(await back.rows('SELECT * FROM me_toos ORDER BY topic_id, member_id')).toEqual(before);
      expect(await show(ann, attempt)).toEqual([]);
      expect(await ann.ask(ATTEMPT, { id: attempt.attemptId, title: 'Sync' })).toMatchObject({
        askAttempt: { askedTopic: { id: [...ids][0] } },
      });
    });

    it('may be a topic after all, also of what took too long', async () => {
      const attempt = await shownTo(ann);
      await ann.ask(ANSWERED, { input: { ...attempt, suggestedId: solved } });
      expect(await ann.codeOf(ASK, question(attempt))).toBe('OK');
      const late = await shownTo(ann);
      await back.rows(`UPDATE ask_attempts SET created_at = now() - interval '8 days' WHERE id = $1`, late.attemptId);
      expect(await ann.codeOf(ASK, question(late))).toBe('OK');
      const [row] = await back.rows('SELECT asked_topic_id FROM ask_attempts WHERE id = $1', late.attemptId);
      expect(row).toEqual({ asked_topic_id: null });
    });

    it('is of nobody any more when its member is erased', async () => {
      const gone = await house.founder.member(house.url, community);
      const admin = await house.founder.member(house.url, community, { role: 'ADMIN' });
      const attempt = await shownTo(gone);
      await admin.ask('mutation ($input: EraseMemberInput!) { eraseMember(input: $input) { id } }', {
        input: { memberId: gone.memberId, reason: 'As they wished' },
      });
      const [row] = await back.rows('SELECT member_id FROM ask_attempts WHERE id = $1', attempt.attemptId);
      expect(row).toEqual({ member_id: null });
    });
  });
});
