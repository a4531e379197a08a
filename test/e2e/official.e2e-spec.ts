import { GlobalId } from '@app/kernel';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';
import { untilServed } from '../support/until-served';

const TOPIC = 'id resolution resolvedBy status statusLabel';
const ANSWER =
  'id isOfficial officialMark { markedBy { id } owner { id } markedAt reviewAt } topic { resolution resolvedBy officialAnswer { id } }';
const OFFICIAL = `mutation ($input: MarkOfficialInput!) { markOfficial(input: $input) { answer { ${ANSWER} } topic { id } replaced { id isOfficial } } }`;
const UNOFFICIAL = `mutation ($input: UnmarkOfficialInput!) { unmarkOfficial(input: $input) { ${ANSWER} } }`;
const UPDATE_OFFICIAL = `mutation ($input: UpdateOfficialMarkInput!) { updateOfficialMark(input: $input) { ${ANSWER} } }`;
const STATUS = `mutation ($input: SetStatusInput!) { setStatus(input: $input) { ${TOPIC} } }`;

describe('what the company says', () => {
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

    it('are not shown where the answer is hidden, or the topic is a tombstone', async () => {
      const topicId = await talk.ask(ann);
      const answerId = await talk.answer(ben, topicId);
      await rep.ask(OFFICIAL, { input: { answerId } });
      const shown = async (user: TestUser): Promise<object> =>
        user.ask(`query ($id: ID!) { topic(id: $id) { officialAnswer { id } } }`, { id: topicId });
      const official = { topic: { officialAnswer: { id: answerId } } };
      const none = { topic: { officialAnswer: null } };
      expect(await shown(house.stranger)).toEqual(official);
      await back.setTopic(topicId, `state = 'REMOVED'`);
      expect([await shown(house.stranger), await shown(rep)]).toEqual([none, official]);
      await back.setTopic(topicId, `state = 'VISIBLE'`);
      await back.setAnswerState(answerId, 'HIDDEN');
      expect([await shown(house.stranger), await shown(rep)]).toEqual([none, none]);
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
        'topic.resolved',
        'topic.status_set',
        'topic.unresolved',
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
