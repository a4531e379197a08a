import { randomUUID } from 'node:crypto';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import { STAFF_ONLY, TopicLife } from '../support/topic-life';

describe('what readers no longer see', () => {
  let house: TestApp;
  let life: TopicLife;

  beforeAll(async () => {
    house = await TestApp.start();
    life = await TopicLife.begin(house);
  });
  afterAll(() => house.stop());

  describe('removing it', () => {
    it('leaves a tombstone for readers, all of it for staff, and can be undone', async () => {
      const topicId = await life.talk.ask(life.ann, { tags: ['remove-me'] });
      const answerId = await life.talk.answer(life.ben, topicId);
      const input = { topicId, reason: 'Names a private address.' };
      expect(await life.codesOfOthers('removeTopic', input)).toEqual(STAFF_ONLY);
      const removed = await life.change(life.seat, 'removeTopic', input);
      expect(removed).toMatchObject({ state: 'REMOVED', title: 'How do I reset it?', tags: [{ topicCount: 0 }] });
      for (const reader of [life.ann, life.ben, house.stranger]) {
        expect(await life.read(reader, topicId)).toMatchObject({
          state: 'REMOVED',
          stateReason: 'Names a private address.',
          title: '',
          answers: { nodes: [] },
          events: { nodes: [] },
        });
        expect(await life.node(reader, answerId)).toBeNull();
      }
      expect(await life.listed(life.rep, topicId)).toBe(false);
      expect(await life.answerCode(life.ben, topicId)).toBe('TOPIC_REMOVED');
      expect(await life.refused(life.rep, 'removeTopic', input)).toBe('TOPIC_REMOVED');
      expect(await life.refused(life.rep, 'closeTopic', input)).toBe('TOPIC_REMOVED');
      expect(await life.codesOfOthers('restoreTopic', { topicId })).toEqual(STAFF_ONLY);
      const back = await life.change(life.rep, 'restoreTopic', { topicId });
      expect(back).toMatchObject({ state: 'VISIBLE', stateReason: null, answerCount: 1, tags: [{ topicCount: 1 }] });
      expect(await life.refused(life.rep, 'restoreTopic', { topicId })).toBe('INVALID_INPUT');
      expect(await life.read(life.ben, topicId)).toMatchObject({
        title: 'How do I reset it?',
        answers: { nodes: [{ id: answerId }] },
      });
    });

    it('does not bring back what its author took back', async () => {
      const topicId = await life.talk.ask(life.ann, { tags: ['retract-me'] });
      await life.ann.ask(mutation('retractTopic'), { input: { topicId } });
      expect(await life.refused(life.rep, 'restoreTopic', { topicId })).toBe('INVALID_INPUT');
      expect(await life.refused(life.rep, 'removeTopic', { topicId, reason: 'Spam.' })).toBe('TOPIC_REMOVED');
    });
  });

  describe('removing an answer or a comment', () => {
    it('counts without it, ends its marks, and brings it back without them', async () => {
      const topicId = await life.talk.ask(life.ann);
      const [answerId, otherId] = [
        await life.talk.answer(life.ben, topicId),
        await life.talk.answer(life.rep, topicId),
      ];
      await life.talk.comment(life.ann, { answerId });
      await life.rep.ask(mutation('markOfficial'), { input: { answerId } });
      await life.ann.ask(mutation('markSolved', 'id', 'SolvedMarkInput'), { input: { answerId } });
      await life.rep.ask(mutation('starAnswer', 'id', 'StarInput'), { input: { answerId } });
      const input = { answerId, reason: 'Dangerous advice.' };
      expect(await life.codesOfOthers('removeAnswer', input)).toEqual(STAFF_ONLY);
      expect(await life.refused(life.seat, 'removeAnswer', input)).toBe('FORBIDDEN');
      expect(await life.refused(life.seat, 'removeTopic', { topicId, reason: 'Dangerous.' })).toBe('FORBIDDEN');
      const { removeAnswer } = await life.rep.ask<{ removeAnswer: object }>(
        mutation('removeAnswer', 'state stateReason isOfficial isSolution topic { answerCount replyCount resolution }'),
        { input },
      );
      expect(removeAnswer).toEqual({
        state: 'REMOVED',
        stateReason: 'Dangerous advice.',
        isOfficial: false,
        isSolution: false,
        topic: { answerCount: 1, replyCount: 1, resolution: 'ANSWERED' },
      });
      expect((await life.read(life.ben, topicId))?.['answers']).toEqual({
        nodes: [expect.objectContaining({ id: otherId })],
      });
      expect(await life.node(life.ben, answerId)).toBeNull();
      expect(await life.refused(life.rep, 'removeAnswer', input)).toBe('POST_REMOVED');
      expect(await life.codesOfOthers('restoreAnswer', { answerId })).toEqual(STAFF_ONLY);
      const { restoreAnswer } = await life.seat.ask<{ restoreAnswer: object }>(
        mutation('restoreAnswer', 'state isOfficial isSolution starCount topic { answerCount replyCount resolution }'),
        { input: { answerId } },
      );
      expect(restoreAnswer).toEqual({
        state: 'VISIBLE',
        isOfficial: false,
        isSolution: false,
        starCount: 1,
        topic: { answerCount: 2, replyCount: 3, resolution: 'ANSWERED' },
      });
      expect(await life.refused(life.rep, 'restoreAnswer', { answerId })).toBe('INVALID_INPUT');
    });

    it('does the same for comments, of a closed topic too', async () => {
      const topicId = await life.talk.ask(life.ann);
      const answerId = await life.talk.answer(life.ben, topicId);
      const commentId = await life.talk.comment(life.ann, { answerId });
      await life.change(life.rep, 'closeTopic', { topicId, reason: 'Done.' });
      expect(await life.codesOfOthers('removeComment', { commentId, reason: 'Rude.' })).toEqual(STAFF_ONLY);
      await life.seat.ask(mutation('removeComment'), { input: { commentId, reason: 'Rude.' } });
      expect(await life.read(life.ben, topicId)).toMatchObject({
        replyCount: 1,
        answers: { nodes: [{ commentCount: 0 }] },
      });
      expect(await life.node(life.ben, commentId)).toBeNull();
      expect(await life.refused(life.rep, 'removeComment', { commentId, reason: 'Rude.' })).toBe('POST_REMOVED');
      expect(await life.codesOfOthers('restoreComment', { commentId })).toEqual(STAFF_ONLY);
      await life.rep.ask(mutation('restoreComment'), { input: { commentId } });
      expect(await life.read(life.ben, topicId)).toMatchObject({
        replyCount: 2,
        answers: { nodes: [{ commentCount: 1 }] },
      });
      expect(await life.refused(life.rep, 'restoreComment', { commentId })).toBe('INVALID_INPUT');
    });

    it('settles what was waiting in the queue', async () => {
      const topicId = await life.talk.ask(life.ann);
      const answerId = await life.talk.answer(life.ben, topicId);
      await life.ann.ask('mutation ($input: FlagInput!) { flag(input: $input) }', {
        input: { postId: answerId, reason: 'SPAM' },
      });
      const queue =
        'query ($id: ID!) { moderationQueue(communityId: $id) { nodes { post { ... on Answer { id } } } } }';
      expect(await life.rep.ask(queue, { id: life.community.id })).toEqual({
        moderationQueue: { nodes: [{ post: { id: answerId } }] },
      });
      await life.rep.ask(mutation('removeAnswer'), { input: { answerId, reason: 'Spam.' } });
      expect(await life.rep.ask(queue, { id: life.community.id })).toEqual({ moderationQueue: { nodes: [] } });
    });

    it('happens once, however many remove at the same time', async () => {
      const topicId = await life.talk.ask(life.ann);
      const answerId = await life.talk.answer(life.ben, topicId);
      const codes = await Promise.all(
        Array.from({ length: 50 }, () => life.refused(life.rep, 'removeAnswer', { answerId, reason: 'Spam.' })),
      );
      expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
      expect(await life.read(life.ann, topicId)).toMatchObject({ answerCount: 0, resolution: 'UNANSWERED' });
    });
  });

  describe('privacy', () => {
    it('is for its author and staff, by whatever path others come', async () => {
      const topicId = await life.talk.ask(life.ann, { tags: ['secret'] });
      const answerId = await life.talk.answer(life.rep, topicId);
      const commentId = await life.talk.comment(life.ann, { answerId });
      const { topic } = await life.rep.ask<{ topic: { code: string } }>(
        'query ($id: ID!) { topic(id: $id) { code } }',
        {
          id: topicId,
        },
      );
      await life.ben.ask(mutation('meToo'), { input: { topicId } });
      const hidden = await life.change(life.seat, 'setTopicVisibility', { topicId, visibility: 'PRIVATE' });
      expect(hidden).toMatchObject({ visibility: 'PRIVATE', tags: [{ topicCount: 0 }] });
      for (const other of [life.ben, house.stranger]) {
        expect(await life.read(other, topicId)).toBeNull();
        expect(await life.listed(other, topicId)).toBe(false);
        expect([
          await life.node(other, topicId),
          await life.node(other, answerId),
          await life.node(other, commentId),
        ]).toEqual([null, null, null]);
        const byCode =
          'query ($slug: String!, $code: String!) { community(slug: $slug) { topic(code: $code) { id } } }';
        expect(await other.ask(byCode, { slug: life.community.slug, code: topic.code })).toEqual({
          community: { topic: null },
        });
      }
      expect(await life.answerCode(life.ben, topicId)).toBe('NOT_FOUND');
      expect(await life.refused(life.ben, 'meToo', { topicId })).toBe('NOT_FOUND');
      expect(await life.ben.codeOf(mutation('starAnswer', 'id', 'StarInput'), { input: { answerId } })).toBe(
        'NOT_FOUND',
      );
      expect(await life.refused(life.ben, 'comment', { answerId, idempotencyKey: randomUUID(), body: 'Hello?' })).toBe(
        'NOT_FOUND',
      );
      expect(await life.refused(life.ben, 'setTopicVisibility', { topicId, visibility: 'PUBLIC' })).toBe('NOT_FOUND');
      expect([await life.listed(life.ann, topicId), await life.listed(life.employee, topicId)]).toEqual([true, true]);
      expect(await life.read(life.ann, topicId)).toMatchObject({ answers: { nodes: [{ id: answerId }] } });
      await life.change(life.rep, 'setTopicVisibility', { topicId, visibility: 'PUBLIC' });
      expect(await life.read(life.ben, topicId)).toMatchObject({ visibility: 'PUBLIC', tags: [{ topicCount: 1 }] });
    });

    it('is for its author to say as long as nobody else has taken part', async () => {
      const topicId = await life.talk.ask(life.ann, { visibility: 'PRIVATE' });
      expect(await life.refused(life.ben, 'setTopicVisibility', { topicId, visibility: 'PUBLIC' })).toBe('NOT_FOUND');
      await life.change(life.ann, 'setTopicVisibility', { topicId, visibility: 'PUBLIC' });
      await life.talk.comment(life.ann, { topicId });
      expect(await life.refused(life.ben, 'setTopicVisibility', { topicId, visibility: 'PRIVATE' })).toBe('FORBIDDEN');
      await life.change(life.ann, 'setTopicVisibility', { topicId, visibility: 'PRIVATE' });
      await life.change(life.ann, 'setTopicVisibility', { topicId, visibility: 'PUBLIC' });
      await life.talk.comment(life.ben, { topicId });
      expect(await life.refused(life.ann, 'setTopicVisibility', { topicId, visibility: 'PRIVATE' })).toBe('FORBIDDEN');
      await life.change(life.rep, 'setTopicVisibility', { topicId, visibility: 'PRIVATE' });
      const told = (await life.history(topicId)).filter(({ kind }) => kind === 'VISIBILITY_SET');
      expect(told).toHaveLength(4);
    });
  });

  it('keeps every counter and mark true', async () => {
    expect(await life.faults()).toEqual([]);
  });
});
