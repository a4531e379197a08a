import { randomUUID } from 'node:crypto';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';
import { STAFF_ONLY, TopicLife, type TopicState } from '../support/topic-life';

describe('forking topics', () => {
  let house: TestApp;
  let life: TopicLife;
  let cleo: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    life = await TopicLife.begin(house);
    cleo = await life.member();
  });
  afterAll(() => house.stop());

  const forkInput = (topicId: string, more: object) => ({
    topicId,
    idempotencyKey: randomUUID(),
    title: 'And the battery?',
    ...more,
  });

  it('makes a topic of answers and comments: the oldest is its text, the others its replies', async () => {
    const topicId = await life.talk.ask(life.ann, { tags: ['reset'] });
    const first = await life.talk.answer(life.ben, topicId, 'Does the **battery** last?');
    const stays = await life.talk.answer(cleo, topicId, 'Hold the button.');
    const goes = await life.talk.answer(cleo, topicId, 'It lasts a day.');
    const own = await life.talk.answer(life.ben, topicId, 'Half a day for me.');
    const onFirst = await life.talk.comment(cleo, { answerId: first }, 'Good question.');
    const onGoing = await life.talk.comment(life.ann, { answerId: goes }, 'Really?');
    const remark = await life.talk.comment(life.rep, { topicId }, 'We are looking into the battery.');
    await life.rep.ask(mutation('markOfficial'), { input: { answerId: goes } });
    await life.ann.ask(mutation('markSolved', 'id', 'SolvedMarkInput'), { input: { answerId: goes } });

    const input = forkInput(topicId, { answerIds: [own, goes, first], commentIds: [remark, onGoing], kind: 'PROBLEM' });
    expect(await life.codesOfOthers('forkTopic', input)).toEqual(STAFF_ONLY);
    expect(await life.refused(life.seat, 'forkTopic', input)).toBe('FORBIDDEN');
    const { id } = await life.change(life.rep, 'forkTopic', input);
    const { topic } = await life.ann.ask<{ topic: TopicState }>(
      `query ($id: ID!) { topic(id: $id) { __typename title slug bodyHtml author { id } authorRole meTooCount followerCount
        answerCount replyCount resolution resolvedBy tags { name } revisions(first: 5) { nodes { body editor { id } } }
        answers(first: 5) { nodes { id isFollowUp isOfficial isSolution comments(first: 5) { nodes { id } } } }
        comments(first: 5) { nodes { id } } events(first: 1) { nodes { kind otherTopic { id } } } } }`,
      { id },
    );
    expect(topic).toMatchObject({
      __typename: 'Problem',
      title: 'And the battery?',
      slug: 'and-the-battery',
      bodyHtml: '<p>Does the <strong>battery</strong> last?</p>\n',
      author: { id: life.ben.memberId },
      authorRole: 'CUSTOMER',
      meTooCount: 1,
      followerCount: 3,
      answerCount: 2,
      replyCount: 5,
      resolution: 'SOLVED',
      resolvedBy: 'STAFF',
      tags: [],
      revisions: { nodes: [{ body: 'Does the **battery** last?', editor: { id: life.ben.memberId } }] },
      answers: {
        nodes: [
          { id: goes, isFollowUp: false, isOfficial: true, isSolution: false, comments: { nodes: [{ id: onGoing }] } },
          { id: own, isFollowUp: true, isOfficial: false, comments: { nodes: [] } },
        ],
      },
      events: { nodes: [{ kind: 'FORKED_OFF', otherTopic: { id: topicId } }] },
    });
    expect((topic['comments'] as { nodes: { id: string }[] }).nodes.map((node) => node.id).toSorted()).toEqual(
      [onFirst, remark].toSorted(),
    );
    expect(await life.read(life.ann, topicId)).toMatchObject({
      answerCount: 1,
      replyCount: 1,
      resolution: 'ANSWERED',
      answers: { nodes: [{ id: stays }] },
      comments: { nodes: [] },
    });
    expect((await life.history(topicId))[0]).toMatchObject({ kind: 'FORKED', otherTopic: { id } });
    // The row of the first post says where it went, and cannot be restored.
    const { node } = await life.rep.ask<{ node: object }>(
      'query ($id: ID!) { node(id: $id) { ... on Answer { state forkedInto { id } } } }',
      { id: first },
    );
    expect(node).toEqual({ state: 'REMOVED', forkedInto: { id } });
    expect(await life.node(life.ben, first)).toBeNull();
    expect(await life.refused(life.rep, 'restoreAnswer', { answerId: first })).toBe('INVALID_INPUT');
  });

  it('makes one topic per key, however many calls', async () => {
    const topicId = await life.talk.ask(life.ann);
    const commentId = await life.talk.comment(life.ben, { topicId }, 'Where is the manual?');
    const input = forkInput(topicId, { commentIds: [commentId] });
    const made = await Promise.all(Array.from({ length: 10 }, () => life.change(life.seat, 'forkTopic', input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made[0]).toMatchObject({ kind: 'QUESTION', answerCount: 0, replyCount: 0, meTooCount: 1 });
    expect(await life.refused(life.seat, 'forkTopic', { ...input, title: 'Another' })).toBe('IDEMPOTENCY_MISMATCH');
    expect(await life.refused(life.seat, 'forkTopic', { ...input, idempotencyKey: randomUUID() })).toBe(
      'INVALID_INPUT',
    );
  });

  it('refuses what is not of the topic, not seen, or nothing', async () => {
    const [topicId, otherId] = [await life.talk.ask(life.ann), await life.talk.ask(life.ben)];
    const [answerId, elsewhere] = [await life.talk.answer(life.ben, topicId), await life.talk.answer(cleo, otherId)];
    const code = (more: object, user = life.rep) => life.refused(user, 'forkTopic', forkInput(topicId, more));
    expect(await code({})).toBe('INVALID_INPUT');
    expect(await code({ answerIds: [] })).toBe('INVALID_INPUT');
    expect(await code({ answerIds: [elsewhere] })).toBe('NOT_FOUND');
    expect(await code({ commentIds: [answerId] })).toBe('NOT_FOUND');
    expect(await code({ answerIds: [answerId], title: ' ' })).toBe('INVALID_INPUT');
    expect(await code({ answerIds: [answerId], kind: 'UPDATE' }, life.seat)).toBe('FORBIDDEN');
    await life.rep.ask(mutation('removeAnswer'), { input: { answerId, reason: 'Spam.' } });
    expect(await code({ answerIds: [answerId] })).toBe('INVALID_INPUT');
    await life.change(life.rep, 'archiveTopic', { topicId, note: 'Old.' });
    expect(await code({ answerIds: [answerId] })).toBe('TOPIC_ARCHIVED');
  });

  it('is as private as what it comes from, and is at home where it is', async () => {
    const [source, target] = [await life.talk.ask(life.ann), await life.talk.ask(life.ben)];
    const [text, reply] = [await life.talk.answer(cleo, source), await life.talk.answer(life.rep, source)];
    await life.change(life.rep, 'mergeTopic', { topicId: source, intoId: target });
    const { id } = await life.change(life.rep, 'forkTopic', forkInput(target, { answerIds: [text, reply] }));
    await life.change(life.rep, 'unmergeTopic', { topicId: source });
    expect(await life.read(life.ann, source)).toMatchObject({ answerCount: 0 });
    expect(await life.read(life.ann, id)).toMatchObject({ answers: { nodes: [{ id: reply }] } });
    const secret = await life.talk.ask(life.ann, { visibility: 'PRIVATE' });
    const words = await life.talk.answer(life.rep, secret);
    const forked = await life.change(life.rep, 'forkTopic', forkInput(secret, { answerIds: [words] }));
    expect(forked).toMatchObject({ visibility: 'PRIVATE' });
    expect(await life.read(life.ben, forked.id)).toBeNull();
  });

  it('keeps every counter and mark true', async () => {
    expect(await life.faults()).toEqual([]);
  });
});
