import { GlobalId } from '@app/kernel';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import { statementsOf } from '../support/count-statements';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';
import { untilServed } from '../support/until-served';

const TOPIC = 'id meTooCount followerCount viewerHasMeToo viewerFollows resolution resolvedBy status statusLabel';
const ANSWER =
  'id starCount viewerHasStarred isOfficial isSolution officialMark { markedBy { id } owner { id } markedAt reviewAt } solvedMark { markedBy { id } markedAt } topic { resolution resolvedBy officialAnswer { id } }';

const ME_TOO = `mutation ($input: MeTooInput!) { meToo(input: $input) { ${TOPIC} } }`;
const TAKE_BACK_ME_TOO = `mutation ($input: MeTooInput!) { takeBackMeToo(input: $input) { ${TOPIC} } }`;
const STAR = `mutation ($input: StarInput!) { starAnswer(input: $input) { ${ANSWER} } }`;
const TAKE_BACK_STAR = `mutation ($input: StarInput!) { takeBackStar(input: $input) { ${ANSWER} } }`;
const SOLVED = `mutation ($input: SolvedMarkInput!) { markSolved(input: $input) { ${ANSWER} } }`;
const UNSOLVED = `mutation ($input: SolvedMarkInput!) { unmarkSolved(input: $input) { ${ANSWER} } }`;
const OFFICIAL = `mutation ($input: MarkOfficialInput!) { markOfficial(input: $input) { answer { ${ANSWER} } topic { id } replaced { id isOfficial } } }`;
const UNOFFICIAL = `mutation ($input: UnmarkOfficialInput!) { unmarkOfficial(input: $input) { ${ANSWER} } }`;
const UPDATE_OFFICIAL = `mutation ($input: UpdateOfficialMarkInput!) { updateOfficialMark(input: $input) { ${ANSWER} } }`;
const STATUS = `mutation ($input: SetStatusInput!) { setStatus(input: $input) { ${TOPIC} } }`;

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

  describe('official marks', () => {
    it('make any answer what the company says, with an owner and a date', async () => {
      const topicId = await talk.ask(ann);
      const answerId = await talk.answer(ben, topicId);
      const employee = await house.founder.member(house.url, community, { role: 'EMPLOYEE' });
      const { markOfficial } = await rep.ask<{ markOfficial: object }>(OFFICIAL, { input: { answerId } });
      expect(markOfficial).toMatchObject({
        answer: {
          isOfficial: true,
          officialMark: { markedBy: { id: rep.memberId }, owner: { id: rep.memberId }, reviewAt: null },
          topic: { resolution: 'SOLVED', resolvedBy: 'STAFF', officialAnswer: { id: answerId } },
        },
        topic: { id: topicId },
        replaced: null,
      });
      const care = { ownerId: employee.memberId, reviewAt: '2999-01-31T00:00:00.000Z' };
      const updated = await rep.ask<{ updateOfficialMark: object }>(UPDATE_OFFICIAL, { input: { answerId, ...care } });
      expect(updated.updateOfficialMark).toMatchObject({
        officialMark: { owner: { id: employee.memberId }, reviewAt: care.reviewAt },
      });
      const same = await rep.ask<{ markOfficial: object }>(OFFICIAL, { input: { answerId, reviewAt: null } });
      expect(same.markOfficial).toMatchObject({
        answer: { officialMark: { owner: { id: employee.memberId }, reviewAt: null } },
        replaced: null,
      });
      const { unmarkOfficial } = await rep.ask<{ unmarkOfficial: object }>(UNOFFICIAL, { input: { answerId } });
      expect(unmarkOfficial).toMatchObject({
        isOfficial: false,
        officialMark: null,
        topic: { resolution: 'ANSWERED', officialAnswer: null },
      });
      expect(await rep.codeOf(UNOFFICIAL, { input: { answerId } })).toBe('OK');
      expect(await back.eventsOf(answerId)).toEqual([
        'answer.posted',
        'answer.marked_official',
        'answer.official_mark_changed',
        'answer.official_mark_changed',
        'answer.unmarked_official',
      ]);
    });

    it('are one at a time: a second one takes the place of the first only by saying so', async () => {
      const topicId = await talk.ask(ann);
      const [first, second] = [await talk.answer(ben, topicId), await talk.answer(cleo, topicId)];
      await rep.ask(OFFICIAL, { input: { answerId: first } });
      const { errors } = await rep.send(OFFICIAL, { input: { answerId: second } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'OFFICIAL_ANSWER_EXISTS', currentAnswerId: first });
      const { markOfficial } = await rep.ask<{ markOfficial: object }>(OFFICIAL, {
        input: { answerId: second, replace: true },
      });
      expect(markOfficial).toMatchObject({
        answer: { id: second, isOfficial: true },
        replaced: { id: first, isOfficial: false },
      });
      expect(await back.eventsOf(first)).toEqual([
        'answer.posted',
        'answer.marked_official',
        'answer.unmarked_official',
      ]);
      expect(await back.rows(`SELECT ended_by_id FROM official_marks WHERE answer_id = $1`, first)).toEqual([
        { ended_by_id: keyOf(rep.memberId) },
      ]);
    });

    it.each([false, true])('leave one when fifty mark two answers at once (replace: %s)', async (replace) => {
      const topicId = await talk.ask(ann);
      const answers = [await talk.answer(ben, topicId), await talk.answer(cleo, topicId)];
      const codes = await Promise.all(
        Array.from({ length: 50 }, async (_, i) => {
          const { errors } = await untilServed(rep, OFFICIAL, { input: { answerId: answers[i % 2], replace } });
          return errors?.[0]?.extensions.code ?? 'OK';
        }),
      );
      expect(new Set(codes)).toEqual(new Set(replace ? ['OK'] : ['OK', 'OFFICIAL_ANSWER_EXISTS']));
      const current = await back.rows<{ id: string }>(
        `SELECT answer_id AS id FROM official_marks WHERE topic_id = $1 AND ended_at IS NULL`,
        topicId,
      );
      expect(current).toHaveLength(1);
      expect(await back.rows(`SELECT id FROM answers WHERE topic_id = $1 AND official`, topicId)).toEqual(current);
    });

    it('are refused where they make no sense', async () => {
      const topicId = await talk.ask(ann);
      const answerId = await talk.answer(ben, topicId);
      const seated = await house.founder.member(house.url, community, { seat: true });
      const employee = await house.founder.member(house.url, community, { role: 'EMPLOYEE' });
      for (const query of [OFFICIAL, UNOFFICIAL, UPDATE_OFFICIAL]) {
        for (const user of [ann, seated, employee])
          expect(await user.codeOf(query, { input: { answerId } })).toBe('FORBIDDEN');
        expect(await rep.codeOf(query, { input: { answerId: topicId } })).toBe('NOT_FOUND');
      }
      expect(await rep.codeOf(UPDATE_OFFICIAL, { input: { answerId } })).toBe('NOT_FOUND');
      const nobody = GlobalId.encode('Member', community.key, keyOf(topicId));
      expect(await rep.codeOf(OFFICIAL, { input: { answerId, ownerId: ben.memberId } })).toBe('INVALID_INPUT');
      expect(await rep.codeOf(OFFICIAL, { input: { answerId, ownerId: nobody } })).toBe('NOT_FOUND');
      expect(await rep.codeOf(OFFICIAL, { input: { answerId, reviewAt: '2026-02-30T00:00:00Z' } })).toBe(
        'INVALID_INPUT',
      );
      for (const state of ['HELD', 'HIDDEN', 'REMOVED', 'RETRACTED']) {
        await back.setAnswerState(answerId, state);
        expect(await rep.codeOf(OFFICIAL, { input: { answerId } })).toBe('ANSWER_NOT_VISIBLE');
      }
      await back.setAnswerState(answerId, 'VISIBLE');
      expect(await back.rows(`SELECT id FROM official_marks WHERE topic_id = $1`, topicId)).toEqual([]);
      const codes = await back.codesByState(rep, topicId, OFFICIAL, { answerId });
      expect(codes).toEqual(['OK', 'TOPIC_ARCHIVED', 'TOPIC_MERGED', 'TOPIC_REMOVED', 'OK']);
    });
  });

  describe('status', () => {
    it('is set by those who may, and solves when complete', async () => {
      const topicId = await talk.ask(ann, { kind: 'PROBLEM' });
      const seated = await house.founder.member(house.url, community, { seat: true });
      const set = async (user: TestUser, status: string) =>
        (await user.ask<{ setStatus: object }>(STATUS, { input: { topicId, status } })).setStatus;
      expect(await set(seated, 'ACTIVE')).toMatchObject({
        status: 'ACTIVE',
        statusLabel: 'in progress',
        resolution: 'UNANSWERED',
      });
      expect(await set(rep, 'COMPLETE')).toMatchObject({
        statusLabel: 'solved',
        resolution: 'SOLVED',
        resolvedBy: 'STAFF',
      });
      expect(await set(rep, 'COMPLETE')).toMatchObject({ status: 'COMPLETE' });
      expect(await set(rep, 'NONE')).toMatchObject({
        statusLabel: 'reported',
        resolution: 'UNANSWERED',
        resolvedBy: null,
      });
      expect(await back.eventsOf(topicId)).toEqual([
        'topic.asked',
        'topic.status_set',
        'topic.status_set',
        'topic.status_set',
      ]);
    });

    it('is refused to others, for kinds that have none, and as a word that is none', async () => {
      const topicId = await talk.ask(ann, { kind: 'PRAISE' });
      const { errors } = await rep.send(STATUS, { input: { topicId, status: 'COMPLETE' } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'STATUS_NOT_OF_KIND', kind: 'PRAISE', statuses: ['NONE'] });
      expect(await rep.codeOf(STATUS, { input: { topicId, status: 'NONE' } })).toBe('OK');
      expect(await ann.codeOf(STATUS, { input: { topicId, status: 'NONE' } })).toBe('FORBIDDEN');
      expect(await rep.codeOf(STATUS, { input: { topicId, status: 'DONE' } })).toBe('BAD_USER_INPUT');
      const asked = await talk.ask(ann);
      const codes = await back.codesByState(rep, asked, STATUS, { topicId: asked, status: 'PENDING' });
      expect(codes).toEqual(['OK', 'TOPIC_ARCHIVED', 'TOPIC_MERGED', 'TOPIC_REMOVED', 'OK']);
    });
  });
});
