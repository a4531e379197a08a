import { randomUUID } from 'node:crypto';
import { GlobalId, newId } from '@app/kernel';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import { counterDrift } from '../support/counter-drift';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';
import { untilServed } from '../support/until-served';

const COMMENT = `mutation ($input: CommentInput!) { comment(input: $input) {
  id body bodyHtml authorRole state version author { id } topic { id replyCount } answer { id commentCount } } }`;
const EDIT_COMMENT =
  'mutation ($input: EditCommentInput!) { editComment(input: $input) { body version editedAt state } }';
const EDIT_ANSWER =
  'mutation ($input: EditAnswerInput!) { editAnswer(input: $input) { bodyHtml version state isOfficial } }';
const EDIT_TOPIC = `mutation ($input: EditTopicInput!) { editTopic(input: $input) {
  title slug body version state tags { name } sentiment { face } productVersion } }`;
const RETRACT_COMMENT = 'mutation ($input: RetractCommentInput!) { retractComment(input: $input) { replyCount } }';
const RETRACT_ANSWER = `mutation ($input: RetractAnswerInput!) { retractAnswer(input: $input) {
  answerCount replyCount resolution resolvedBy } }`;
const RETRACT_TOPIC = 'mutation ($input: RetractTopicInput!) { retractTopic(input: $input) { state title body } }';

/** Ways in which a topic takes nothing more, and what is said then. */
const SHUT = [
  ['closed', 'closed_at = now()', 'TOPIC_CLOSED'],
  ['archived', 'archived_at = now()', 'TOPIC_ARCHIVED'],
  ['removed', "state = 'REMOVED'", 'TOPIC_REMOVED'],
  ['merged', 'merged_into_id = (SELECT id FROM topics o WHERE o.id <> topics.id LIMIT 1)', 'TOPIC_MERGED'],
] as const;

describe('posts', () => {
  let house: TestApp;
  let community: TestCommunity;
  let say: Conversation;
  let backstage: Backstage;
  let ann: TestUser;
  let ben: TestUser;
  let cleo: TestUser;
  let rep: TestUser;
  let seated: TestUser;
  let elsewhere: TestUser;
  let topicId: string;
  let answerId: string;

  const absent = (thing: 'Topic' | 'Answer' | 'Comment'): string => GlobalId.encode(thing, community.key, newId());
  const input = (fields: object): object => ({ input: { idempotencyKey: randomUUID(), body: 'So.', ...fields } });
  const edit = (fields: object): object => ({ input: { version: 1, body: 'Better.', ...fields } });

  const markOfficial = (id: string): Promise<unknown> =>
    rep.ask('mutation ($id: ID!) { markOfficial(input: { answerId: $id }) { answer { id } } }', { id });
  const markSolved = (user: TestUser, id: string): Promise<unknown> =>
    user.ask('mutation ($id: ID!) { markSolved(input: { answerId: $id }) { id } }', { id });
  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    say = new Conversation(community);
    backstage = new Backstage(house, community);
    [ann, ben, cleo] = (await Promise.all([1, 2, 3].map(() => house.founder.member(house.url, community)))) as [
      TestUser,
      TestUser,
      TestUser,
    ];
    rep = await house.founder.member(house.url, community, { role: 'REPRESENTATIVE' });
    seated = await house.founder.member(house.url, community, { seat: true });
    elsewhere = await house.founder.member(house.url, await house.founder.community());
  });
  afterAll(() => house.stop());

  beforeEach(async () => {
    topicId = await say.ask(ann);
    answerId = await say.answer(ben, topicId);
  });
  const countersHold = async ({ key } = community): Promise<void> => {
    expect(await counterDrift(house.founder, key)).toEqual([]);
  };
  afterEach(() => countersHold());

  describe('comment', () => {
    it('comments on a topic and on an answer; the author follows', async () => {
      const { comment } = await cleo.ask<{ comment: object }>(COMMENT, input({ topicId, body: 'Me **too**.' }));
      expect(comment).toMatchObject({
        body: 'Me **too**.',
        bodyHtml: '<p>Me <strong>too</strong>.</p>\n',
        authorRole: 'CUSTOMER',
        state: 'VISIBLE',
        version: 1,
        author: { id: cleo.memberId },
        topic: { id: topicId, replyCount: 2 },
        answer: null,
      });
      const onAnswer = await cleo.ask<{ comment: object }>(COMMENT, input({ answerId }));
      expect(onAnswer.comment).toMatchObject({
        topic: { id: topicId, replyCount: 3 },
        answer: { id: answerId, commentCount: 1 },
      });
      const follows = await backstage.rows(
        'SELECT reason FROM follows WHERE topic_id = $1 AND member_id = $2',
        topicId,
        cleo.memberId,
      );
      expect(follows).toEqual([{ reason: 'COMMENTED' }]);
    });

    it('makes one comment of two calls with one key, and refuses the key for another input', async () => {
      const once = input({ topicId });
      const made = await Promise.all([
        ben.ask<{ comment: object }>(COMMENT, once),
        ben.ask<{ comment: object }>(COMMENT, once),
      ]);
      expect(made[0].comment).toMatchObject({ id: (made[1].comment as { id: string }).id, topic: { replyCount: 2 } });
      const other = { input: { ...(once as { input: object }).input, body: 'Another.' } };
      expect(await ben.codeOf(COMMENT, other)).toBe('IDEMPOTENCY_MISMATCH');
    });

    it('counts fifty that arrive together', async () => {
      const answered = await Promise.all(
        Array.from({ length: 50 }, (_, i) => untilServed(cleo, COMMENT, input(i % 2 ? { topicId } : { answerId }))),
      );
      expect(answered.flatMap(({ errors }) => errors ?? [])).toEqual([]);
      const { topic } = await ann.ask<{ topic: object }>(
        'query ($id: ID!) { topic(id: $id) { replyCount followerCount answers { nodes { commentCount } } } }',
        { id: topicId },
      );
      expect(topic).toEqual({ replyCount: 51, followerCount: 3, answers: { nodes: [{ commentCount: 25 }] } });
    });

    it.each(SHUT)('is refused on a topic that is %s', async (_, how, code) => {
      await backstage.setTopic(topicId, how);
      expect(await ben.codeOf(COMMENT, input({ topicId }))).toBe(code);
      expect(await ben.codeOf(COMMENT, input({ answerId }))).toBe(code);
    });

    it('says what is wrong with bad input', async () => {
      expect(await ben.codeOf(COMMENT, input({}))).toBe('INVALID_INPUT');
      expect(await ben.codeOf(COMMENT, input({ topicId, answerId }))).toBe('INVALID_INPUT');
      for (const body of [' \n ', 'x'.repeat(20_001), 'a\0b', 'a\uD83D']) {
        expect(await ben.codeOf(COMMENT, input({ topicId, body }))).toBe('INVALID_INPUT');
      }
      expect(await ben.codeOf(COMMENT, input({ topicId: answerId }))).toBe('NOT_FOUND');
      expect(await ben.codeOf(COMMENT, input({ topicId: absent('Topic') }))).toBe('NOT_FOUND');
      expect(await ben.codeOf(COMMENT, input({ answerId: absent('Answer') }))).toBe('NOT_FOUND');
      expect(await elsewhere.codeOf(COMMENT, input({ topicId }))).toBe('FORBIDDEN');
      expect(await house.stranger.codeOf(COMMENT, input({ topicId }))).toBe('UNAUTHENTICATED');
    });

    it('is not let into a private topic, nor on an answer that has been removed', async () => {
      const secret = await say.ask(ann, { visibility: 'PRIVATE' });
      expect(await ben.codeOf(COMMENT, input({ topicId: secret }))).toBe('NOT_FOUND');
      expect(await rep.codeOf(COMMENT, input({ topicId: secret }))).toBe('OK');
      await ben.ask(RETRACT_ANSWER, { input: { answerId } });
      expect(await cleo.codeOf(COMMENT, input({ answerId }))).toBe('NOT_FOUND');
      expect(await rep.codeOf(COMMENT, input({ answerId }))).toBe('POST_REMOVED');
    });
  });

  describe('edit', () => {
    it("changes one's own, as staff another's, and keeps what was said", async () => {
      const commentId = await say.comment(cleo, { answerId }, 'Hm.');
      const { editComment } = await cleo.ask<{ editComment: object }>(EDIT_COMMENT, edit({ commentId }));
      expect(editComment).toMatchObject({
        body: 'Better.',
        version: 2,
        editedAt: expect.any(String),
        state: 'VISIBLE',
      });
      const { editAnswer } = await seated.ask<{ editAnswer: object }>(EDIT_ANSWER, edit({ answerId, body: '*Yes*.' }));
      expect(editAnswer).toMatchObject({ bodyHtml: '<p><em>Yes</em>.</p>\n', version: 2 });
      const { node } = await house.stranger.ask<{ node: object }>(
        `query ($id: ID!) { node(id: $id) { ... on Comment { revisions { nodes { version body title editorRole editor { id } } } } } }`,
        { id: commentId },
      );
      expect(node).toEqual({
        revisions: {
          nodes: [
            { version: 2, body: 'Better.', title: null, editorRole: 'CUSTOMER', editor: { id: cleo.memberId } },
            { version: 1, body: 'Hm.', title: null, editorRole: 'CUSTOMER', editor: { id: cleo.memberId } },
          ],
        },
      });
      expect(await backstage.eventsOf(commentId)).toEqual(['comment.posted', 'comment.edited']);
      expect(await backstage.eventsOf(answerId)).toEqual(['answer.posted', 'answer.edited']);
    });

    it('changes what it names of a topic, and nothing else', async () => {
      const { editTopic } = await ann.ask<{ editTopic: object }>(EDIT_TOPIC, {
        input: { topicId, version: 1, title: 'How do I pair it?', tags: ['Pairing'], sentiment: { face: 'SAD' } },
      });
      expect(editTopic).toEqual({
        title: 'How do I pair it?',
        slug: 'how-do-i-pair-it',
        body: 'It blinks red.',
        version: 2,
        state: 'VISIBLE',
        tags: [{ name: 'pairing' }],
        sentiment: { face: 'SAD' },
        productVersion: null,
      });
      const again = await rep.ask<{ editTopic: object }>(EDIT_TOPIC, {
        input: { topicId, version: 2, sentiment: null, title: null, tags: [] },
      });
      expect(again.editTopic).toMatchObject({ title: 'How do I pair it?', version: 3, tags: [], sentiment: null });
      expect(await ann.codeOf(EDIT_TOPIC, { input: { topicId, version: 3, title: null } })).toBe('INVALID_INPUT');
    });

    it('is made on the current version: of many at once one holds', async () => {
      const { errors } = await ben.send(EDIT_ANSWER, edit({ answerId, version: 7 }));
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
      const commentId = await say.comment(ben, { topicId });
      const codes = await Promise.all(Array.from({ length: 10 }, () => ben.codeOf(EDIT_COMMENT, edit({ commentId }))));
      expect(codes.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'CONFLICT'), 'OK']);
      expect(await ann.codeOf(EDIT_TOPIC, edit({ topicId, version: 0 }))).toBe('CONFLICT');
    });

    it("refuses other people's, and what does not exist", async () => {
      const commentId = await say.comment(ben, { topicId });
      expect(await cleo.codeOf(EDIT_COMMENT, edit({ commentId }))).toBe('FORBIDDEN');
      expect(await cleo.codeOf(EDIT_ANSWER, edit({ answerId }))).toBe('FORBIDDEN');
      expect(await cleo.codeOf(EDIT_TOPIC, edit({ topicId }))).toBe('FORBIDDEN');
      expect(await elsewhere.codeOf(EDIT_ANSWER, edit({ answerId }))).toBe('FORBIDDEN');
      expect(await ben.codeOf(EDIT_ANSWER, edit({ answerId: absent('Answer') }))).toBe('NOT_FOUND');
      expect(await ben.codeOf(EDIT_COMMENT, edit({ commentId: absent('Comment') }))).toBe('NOT_FOUND');
      expect(await ben.codeOf(EDIT_TOPIC, edit({ topicId: absent('Topic') }))).toBe('NOT_FOUND');
      expect(await ben.codeOf(EDIT_ANSWER, edit({ answerId, body: '' }))).toBe('INVALID_INPUT');
      expect(await ben.codeOf(EDIT_COMMENT, edit({ commentId, body: 'x'.repeat(20_001) }))).toBe('INVALID_INPUT');
      expect(await ann.codeOf(EDIT_TOPIC, edit({ topicId, title: 'x'.repeat(301) }))).toBe('INVALID_INPUT');
    });

    it("leaves the company's word to those who speak for it", async () => {
      await markOfficial(answerId);
      expect(await seated.codeOf(EDIT_ANSWER, edit({ answerId }))).toBe('FORBIDDEN');
      expect(await ben.codeOf(EDIT_ANSWER, edit({ answerId }))).toBe('FORBIDDEN');
      const { editAnswer } = await rep.ask<{ editAnswer: object }>(EDIT_ANSWER, edit({ answerId }));
      expect(editAnswer).toMatchObject({ version: 2, isOfficial: true });
    });

    it('is let into closed topics, not into archived ones; what is held stays held', async () => {
      await backstage.setTopic(topicId, 'closed_at = now()');
      expect(await ben.codeOf(EDIT_ANSWER, edit({ answerId }))).toBe('OK');
      await backstage.setTopic(topicId, 'archived_at = now()');
      expect(await ben.codeOf(EDIT_ANSWER, edit({ answerId, version: 2 }))).toBe('TOPIC_ARCHIVED');
      const careful = await house.founder.community({ holdFirstPosts: 1 });
      const newcomer = await house.founder.member(house.url, careful);
      const held = await new Conversation(careful).ask(newcomer);
      const { editTopic } = await newcomer.ask<{ editTopic: object }>(EDIT_TOPIC, edit({ topicId: held }));
      expect(editTopic).toMatchObject({ state: 'HELD', version: 2 });
      const reply = await newcomer.ask<{ comment: { id: string; state: string } }>(COMMENT, input({ topicId: held }));
      expect(reply.comment).toMatchObject({ state: 'HELD', topic: { replyCount: 0 } });
      expect(await newcomer.codeOf(RETRACT_COMMENT, { input: { commentId: reply.comment.id } })).toBe('OK');
      const waiting = await house.founder.sql(careful.key, 'SELECT topic_id FROM moderation_items');
      expect(waiting).toEqual([{ topic_id: keyOf(held) }]);
      await countersHold(careful);
    });
  });

  describe('retract', () => {
    it('takes a comment back, for good', async () => {
      const commentId = await say.comment(cleo, { answerId });
      expect(await rep.codeOf(RETRACT_COMMENT, { input: { commentId } })).toBe('FORBIDDEN');
      expect(await cleo.ask(RETRACT_COMMENT, { input: { commentId } })).toEqual({ retractComment: { replyCount: 1 } });
      expect(await cleo.codeOf(RETRACT_COMMENT, { input: { commentId } })).toBe('NOT_FOUND');
      expect(await cleo.codeOf(EDIT_COMMENT, edit({ commentId }))).toBe('NOT_FOUND');
      expect(await rep.codeOf(EDIT_COMMENT, edit({ commentId }))).toBe('POST_REMOVED');
      expect(await cleo.codeOf(RETRACT_COMMENT, { input: { commentId: absent('Comment') } })).toBe('NOT_FOUND');
      expect(await backstage.eventsOf(commentId)).toEqual(['comment.posted', 'comment.retracted']);
    });

    it('takes an answer back with its marks, and the topic is what its rows say', async () => {
      await markOfficial(answerId);
      await markSolved(ann, answerId);
      await say.comment(cleo, { answerId });
      expect(await ann.codeOf(RETRACT_ANSWER, { input: { answerId } })).toBe('FORBIDDEN');
      expect(await ben.ask(RETRACT_ANSWER, { input: { answerId } })).toEqual({
        retractAnswer: { answerCount: 0, replyCount: 0, resolution: 'UNANSWERED', resolvedBy: null },
      });
      expect(await ben.codeOf(RETRACT_ANSWER, { input: { answerId } })).toBe('NOT_FOUND');
      expect(await backstage.eventsOf(answerId)).toEqual([
        'answer.posted',
        'answer.marked_official',
        'answer.marked_solved',
        'answer.unmarked_official',
        'answer.unmarked_solved',
        'answer.retracted',
      ]);
      const { node } = await house.stranger.ask<{ node: object | null }>('query ($id: ID!) { node(id: $id) { id } }', {
        id: answerId,
      });
      expect(node).toBeNull();
    });

    it('takes a topic back that nobody has answered, and leaves a tombstone', async () => {
      const lonely = await say.ask(ann, { body: 'My secret.' });
      await say.answer(ann, lonely, 'Never mind.');
      expect(await ben.codeOf(RETRACT_TOPIC, { input: { topicId: lonely } })).toBe('FORBIDDEN');
      expect(await ann.ask(RETRACT_TOPIC, { input: { topicId: lonely } })).toEqual({
        retractTopic: { state: 'RETRACTED', title: '', body: '' },
      });
      expect(await ann.codeOf(RETRACT_TOPIC, { input: { topicId: lonely } })).toBe('TOPIC_REMOVED');
      expect(await ann.codeOf(EDIT_TOPIC, edit({ topicId: lonely }))).toBe('TOPIC_REMOVED');
      const query = `query ($id: ID!) { topic(id: $id) { title body stateReason
        answers { nodes { id } } comments { nodes { id } } revisions { nodes { body } } events { nodes { kind } } } }`;
      const forReaders = await ann.ask<{ topic: object }>(query, { id: lonely });
      const none = { nodes: [] };
      expect(forReaders.topic).toMatchObject({
        title: '',
        answers: none,
        comments: none,
        revisions: none,
        events: none,
      });
      const forStaff = await rep.ask<{ topic: object }>(query, { id: lonely });
      expect(forStaff.topic).toMatchObject({
        body: 'My secret.',
        revisions: { nodes: [{ body: 'My secret.' }] },
        events: { nodes: [{ kind: 'RETRACTED' }, { kind: 'ASKED' }] },
      });
    });

    it('keeps a topic that others rely on', async () => {
      expect(await ann.codeOf(RETRACT_TOPIC, { input: { topicId } })).toBe('TOPIC_ANSWERED');
      await ben.ask(RETRACT_ANSWER, { input: { answerId } });
      const duplicate = await say.ask(cleo);
      await backstage.setTopic(duplicate, `merged_into_id = '${keyOf(topicId)}'`);
      expect(await ann.codeOf(RETRACT_TOPIC, { input: { topicId } })).toBe('TOPIC_ANSWERED');
      expect(await cleo.codeOf(RETRACT_TOPIC, { input: { topicId: duplicate } })).toBe('TOPIC_MERGED');
      expect(await cleo.codeOf(RETRACT_TOPIC, { input: { topicId: absent('Topic') } })).toBe('NOT_FOUND');
    });
  });
});
