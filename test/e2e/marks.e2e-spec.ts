import { Backstage } from '../support/backstage';
import { Conversation } from '../support/conversation';
import { statementsOf } from '../support/statements';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';
import { untilServed } from '../support/until-served';

const TOPIC = 'id meTooCount followerCount viewerHasMeToo viewerFollows';
const ANSWER =
  'id starCount viewerHasStarred isSolution solvedMark { markedBy { id } markedAt } topic { resolution resolvedBy }';
const ME_TOO = `mutation ($input: MeTooInput!) { meToo(input: $input) { ${TOPIC} } }`;
const TAKE_BACK_ME_TOO = `mutation ($input: MeTooInput!) { takeBackMeToo(input: $input) { ${TOPIC} } }`;
const STAR = `mutation ($input: StarInput!) { starAnswer(input: $input) { ${ANSWER} } }`;
const TAKE_BACK_STAR = `mutation ($input: StarInput!) { takeBackStar(input: $input) { ${ANSWER} } }`;
const SOLVED = `mutation ($input: SolvedMarkInput!) { markSolved(input: $input) { ${ANSWER} } }`;
const UNSOLVED = `mutation ($input: SolvedMarkInput!) { unmarkSolved(input: $input) { ${ANSWER} } }`;

describe('marks', () => {
  let house: TestApp;
  let community: TestCommunity;
  let talk: Conversation;
  let back: Backstage;
  let ann: TestUser;
  let ben: TestUser;
  let cleo: TestUser;
  let rep: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    talk = new Conversation(community);
    back = new Backstage(house, community);
    const member = (options = {}) => house.founder.member(house.url, community, options);
    [ann, ben, cleo, rep] = await Promise.all([member(), member(), member(), member({ role: 'REPRESENTATIVE' })]);
  });
  afterAll(() => house.stop());

  describe('me too', () => {
    it('counts people once, and lets them follow for that reason', async () => {
      const topicId = await talk.ask(ann);
      const { meToo } = await ben.ask<{ meToo: object }>(ME_TOO, { input: { topicId } });
      expect(meToo).toMatchObject({ meTooCount: 2, followerCount: 2, viewerHasMeToo: true, viewerFollows: true });
      const again = await ben.ask<{ meToo: object }>(ME_TOO, { input: { topicId } });
      expect(again.meToo).toEqual(meToo);
      expect(
        await back.rows(`SELECT reason FROM follows WHERE topic_id = $1 AND member_id = $2`, topicId, ben.memberId),
      ).toEqual([{ reason: 'ME_TOO' }]);
      const { takeBackMeToo } = await ben.ask<{ takeBackMeToo: object }>(TAKE_BACK_ME_TOO, { input: { topicId } });
      expect(takeBackMeToo).toMatchObject({
        meTooCount: 1,
        followerCount: 1,
        viewerHasMeToo: false,
        viewerFollows: false,
      });
      const twice = await ben.ask<{ takeBackMeToo: object }>(TAKE_BACK_ME_TOO, { input: { topicId } });
      expect(twice.takeBackMeToo).toEqual(takeBackMeToo);
      expect(await back.eventsOf(topicId)).toEqual(['topic.asked', 'me_too.given', 'me_too.taken_back']);
    });

    it('leaves a follow alone that has a reason of its own', async () => {
      const topicId = await talk.ask(ann);
      await ben.ask(ME_TOO, { input: { topicId } });
      await talk.answer(ben, topicId);
      const { takeBackMeToo } = await ben.ask<{ takeBackMeToo: object }>(TAKE_BACK_ME_TOO, { input: { topicId } });
      expect(takeBackMeToo).toMatchObject({ meTooCount: 1, followerCount: 2, viewerFollows: true });
    });

    it('is counted exactly when fifty press at once', async () => {
      const [one, many] = [await talk.ask(ann), await talk.ask(ann)];
      const crowd = await Promise.all(Array.from({ length: 50 }, () => house.founder.member(house.url, community)));
      const press = (user: TestUser, topicId: string, query = ME_TOO) =>
        untilServed(user, query, { input: { topicId } });
      await Promise.all(crowd.map(() => press(ben, one)));
      await Promise.all(crowd.map((member) => press(member, many)));
      const count = (id: string) =>
        back.rows(
          `SELECT me_too_count, follower_count, (SELECT count(*)::int FROM me_toos WHERE topic_id = t.id) AS rows
           FROM topics t WHERE id = $1`,
          id,
        );
      expect(await count(one)).toEqual([{ me_too_count: 2, follower_count: 2, rows: 2 }]);
      expect(await count(many)).toEqual([{ me_too_count: 51, follower_count: 51, rows: 51 }]);
      const half = crowd.slice(25);
      await Promise.all(crowd.map((_, i) => press(half[i % 25] as TestUser, many, TAKE_BACK_ME_TOO)));
      expect(await count(many)).toEqual([{ me_too_count: 26, follower_count: 26, rows: 26 }]);
    });

    it('stays with the one who started a duplicate that was merged into the topic', async () => {
      const topicId = await talk.ask(ann);
      const duplicate = await talk.ask(ben);
      await ben.ask(ME_TOO, { input: { topicId } });
      const moved = `UPDATE me_toos SET moved_from_id = $2 WHERE topic_id = $1 AND member_id = $3`;
      await back.rows(moved, topicId, duplicate, ben.memberId);
      expect(await ben.codeOf(TAKE_BACK_ME_TOO, { input: { topicId } })).toBe('FORBIDDEN');
      expect(await back.rows(`SELECT me_too_count FROM topics WHERE id = $1`, topicId)).toEqual([{ me_too_count: 2 }]);
    });

    it('takes five statements', async () => {
      const topicId = await talk.ask(ann);
      for (const query of [ME_TOO, ME_TOO, TAKE_BACK_ME_TOO, TAKE_BACK_ME_TOO]) {
        const sent = await statementsOf(() => ben.ask(query, { input: { topicId } }));
        expect(sent).toHaveLength(5);
      }
    });

    it('is refused where it makes no sense', async () => {
      const topicId = await talk.ask(ann);
      const { errors } = await ann.send(TAKE_BACK_ME_TOO, { input: { topicId } });
      expect(errors?.[0]).toMatchObject({
        message: 'You started this topic, so your own me too stays.',
        extensions: { code: 'FORBIDDEN' },
      });
      for (const query of [ME_TOO, TAKE_BACK_ME_TOO]) {
        expect(await house.stranger.codeOf(query, { input: { topicId } })).toBe('UNAUTHENTICATED');
        expect(await ben.codeOf(query, { input: { topicId: 'nonsense' } })).toBe('INVALID_INPUT');
        expect(await ben.codeOf(query, { input: { topicId: ben.memberId } })).toBe('NOT_FOUND');
        const other = await talk.ask(ann);
        expect(await back.codesByState(ben, other, query, { topicId: other })).toEqual([
          'OK',
          'TOPIC_ARCHIVED',
          'TOPIC_MERGED',
          'TOPIC_REMOVED',
          'NOT_FOUND',
        ]);
      }
    });
  });

  describe('stars', () => {
    it('are given once, of the answers of others, and taken back', async () => {
      const topicId = await talk.ask(ann);
      const answerId = await talk.answer(ben, topicId);
      const { starAnswer } = await cleo.ask<{ starAnswer: object }>(STAR, { input: { answerId } });
      expect(starAnswer).toMatchObject({ starCount: 1, viewerHasStarred: true, topic: { resolution: 'ANSWERED' } });
      expect((await cleo.ask<{ starAnswer: object }>(STAR, { input: { answerId } })).starAnswer).toEqual(starAnswer);
      const { takeBackStar } = await cleo.ask<{ takeBackStar: object }>(TAKE_BACK_STAR, { input: { answerId } });
      expect(takeBackStar).toMatchObject({ starCount: 0, viewerHasStarred: false });
      expect(await cleo.codeOf(TAKE_BACK_STAR, { input: { answerId } })).toBe('OK');
      expect(await back.eventsOf(answerId)).toEqual(['answer.posted', 'star.given', 'star.taken_back']);
    });

    it('show, where one document gives and takes back, what each of its changes left', async () => {
      const answerId = await talk.answer(ben, await talk.ask(ann));
      const both = `mutation ($input: StarInput!) {
        given: starAnswer(input: $input) { starCount viewerHasStarred }
        taken: takeBackStar(input: $input) { starCount viewerHasStarred } }`;
      expect(await cleo.ask(both, { input: { answerId } })).toEqual({
        given: { starCount: 1, viewerHasStarred: true },
        taken: { starCount: 0, viewerHasStarred: false },
      });
    });

    it('solve the topic when enough of those whose word counts give one, and no longer when they take it back', async () => {
      const topicId = await talk.ask(ann);
      const answerId = await talk.answer(ben, topicId);
      const newcomers = await Promise.all([1, 2, 3].map(() => house.founder.member(house.url, community, { days: 1 })));
      for (const member of [...newcomers, ann, cleo]) await member.ask(STAR, { input: { answerId } });
      const counts = `SELECT star_count, trusted_star_count, (SELECT resolution FROM topics WHERE id = topic_id) FROM answers WHERE id = $1`;
      expect(await back.rows(counts, answerId)).toEqual([
        { star_count: 5, trusted_star_count: 2, resolution: 'ANSWERED' },
      ]);
      const { starAnswer } = await rep.ask<{ starAnswer: object }>(STAR, { input: { answerId } });
      expect(starAnswer).toMatchObject({ starCount: 6, topic: { resolution: 'SOLVED', resolvedBy: 'READERS' } });
      const { takeBackStar } = await ann.ask<{ takeBackStar: object }>(TAKE_BACK_STAR, { input: { answerId } });
      expect(takeBackStar).toMatchObject({ starCount: 5, topic: { resolution: 'ANSWERED', resolvedBy: null } });
      await Promise.all(
        Array.from({ length: 25 }, () =>
          [rep, ann].map((member) => untilServed(member, STAR, { input: { answerId } })),
        ).flat(),
      );
      expect(await back.rows(counts, answerId)).toEqual([
        { star_count: 6, trusted_star_count: 3, resolution: 'SOLVED' },
      ]);
    });

    it('are refused where they make no sense', async () => {
      const topicId = await talk.ask(ann);
      const [answerId, followUp] = [await talk.answer(ben, topicId), await talk.answer(ann, topicId)];
      expect(await ben.codeOf(STAR, { input: { answerId } })).toBe('OWN_ANSWER');
      expect(await ann.codeOf(STAR, { input: { answerId: followUp } })).toBe('OWN_ANSWER');
      expect(await house.stranger.codeOf(STAR, { input: { answerId } })).toBe('UNAUTHENTICATED');
      expect(await cleo.codeOf(STAR, { input: { answerId: topicId } })).toBe('NOT_FOUND');
      expect(await cleo.codeOf(STAR, { input: { answerId: '' } })).toBe('INVALID_INPUT');
      for (const state of ['HELD', 'HIDDEN', 'REMOVED', 'RETRACTED']) {
        await back.setAnswerState(answerId, state);
        expect(await cleo.codeOf(STAR, { input: { answerId } })).toBe('NOT_FOUND');
        expect(await rep.codeOf(STAR, { input: { answerId } })).toBe('ANSWER_NOT_VISIBLE');
      }
      await back.setAnswerState(answerId, 'VISIBLE');
      for (const query of [STAR, TAKE_BACK_STAR])
        expect(await back.codesByState(cleo, topicId, query, { answerId })).toEqual([
          'OK',
          'TOPIC_ARCHIVED',
          'TOPIC_MERGED',
          'TOPIC_REMOVED',
          'NOT_FOUND',
        ]);
    });
  });

  describe('solved marks', () => {
    it('are set by the one who asked: on several answers, a follow-up too, also on a closed topic', async () => {
      const topicId = await talk.ask(ann);
      const [answerId, followUp] = [await talk.answer(ben, topicId), await talk.answer(ann, topicId)];
      await back.setTopic(topicId, 'closed_at = now()');
      for (const id of [answerId, followUp, followUp]) {
        const { markSolved } = await ann.ask<{ markSolved: object }>(SOLVED, { input: { answerId: id } });
        expect(markSolved).toMatchObject({
          isSolution: true,
          solvedMark: { markedBy: { id: ann.memberId } },
          topic: { resolution: 'SOLVED', resolvedBy: 'ASKER' },
        });
      }
      await ann.ask(UNSOLVED, { input: { answerId } });
      const { unmarkSolved } = await ann.ask<{ unmarkSolved: object }>(UNSOLVED, { input: { answerId: followUp } });
      expect(unmarkSolved).toMatchObject({
        isSolution: false,
        solvedMark: null,
        topic: { resolution: 'ANSWERED', resolvedBy: null },
      });
      expect(await ann.codeOf(UNSOLVED, { input: { answerId } })).toBe('OK');
      expect(await back.rows(`SELECT * FROM solved_marks WHERE topic_id = $1`, topicId)).toEqual([]);
      expect(await back.eventsOf(followUp)).toEqual([
        'answer.posted',
        'answer.marked_solved',
        'answer.unmarked_solved',
      ]);
    });

    it('are refused to everybody else, and on what nobody sees', async () => {
      const topicId = await talk.ask(ann);
      const answerId = await talk.answer(ben, topicId);
      for (const query of [SOLVED, UNSOLVED]) {
        for (const user of [ben, rep]) expect(await user.codeOf(query, { input: { answerId } })).toBe('NOT_YOUR_TOPIC');
        expect(await house.stranger.codeOf(query, { input: { answerId } })).toBe('UNAUTHENTICATED');
        expect(await ann.codeOf(query, { input: { answerId: topicId } })).toBe('NOT_FOUND');
      }
      const asked = await talk.ask(rep);
      const hidden = await talk.answer(ben, asked);
      await back.setAnswerState(hidden, 'HIDDEN');
      expect(await rep.codeOf(SOLVED, { input: { answerId: hidden } })).toBe('ANSWER_NOT_VISIBLE');
      await back.setAnswerState(answerId, 'HIDDEN');
      expect(await ann.codeOf(SOLVED, { input: { answerId } })).toBe('NOT_FOUND');
      await back.setAnswerState(answerId, 'VISIBLE');
      const codes = await back.codesByState(ann, topicId, SOLVED, { answerId });
      expect(codes).toEqual(['OK', 'TOPIC_ARCHIVED', 'TOPIC_MERGED', 'TOPIC_REMOVED', 'NOT_FOUND']);
    });
  });
});
