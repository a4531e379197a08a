import { randomUUID } from 'node:crypto';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import { STAFF_ONLY, TopicLife } from '../support/topic-life';

describe('the life of a topic', () => {
  let house: TestApp;
  let life: TopicLife;

  beforeAll(async () => {
    house = await TestApp.start();
    life = await TopicLife.begin(house);
  });
  afterAll(() => house.stop());

  describe('its kind', () => {
    it('changes, keeps a status that the new kind has, and is told with both', async () => {
      const topicId = await life.talk.ask(life.ann);
      await life.rep.ask(mutation('setStatus'), { input: { topicId, status: 'COMPLETE' } });
      const problem = await life.change(life.seat, 'changeKind', { topicId, version: 1, kind: 'PROBLEM' });
      expect(problem).toMatchObject({ kind: 'PROBLEM', status: 'COMPLETE', version: 2, resolvedBy: 'STAFF' });
      const praise = await life.change(life.rep, 'changeKind', { topicId, version: 2, kind: 'PRAISE' });
      expect(praise).toMatchObject({ kind: 'PRAISE', status: 'NONE', version: 3, resolution: 'UNANSWERED' });
      const idea = await life.change(life.rep, 'changeKind', { topicId, version: 3, kind: 'IDEA', status: 'ACTIVE' });
      expect(idea).toMatchObject({ kind: 'IDEA', status: 'ACTIVE', version: 4 });
      expect((await life.history(topicId)).find(({ kind }) => kind === 'KIND_CHANGED')?.data).toEqual({
        from: { kind: 'PRAISE', status: 'NONE' },
        to: { kind: 'IDEA', status: 'ACTIVE' },
        version: 4,
      });
      // Every version has its text.
      const { topic } = await life.ann.ask<{ topic: { revisions: { nodes: { version: number }[] } } }>(
        'query ($id: ID!) { topic(id: $id) { revisions(first: 10) { nodes { version } } } }',
        { id: topicId },
      );
      expect(topic.revisions.nodes.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    });

    it('changes for one of two who read the same version, and to an update for the company only', async () => {
      const topicId = await life.talk.ask(life.ann);
      const input = { topicId, version: 1, kind: 'PROBLEM' };
      expect(await life.codesOfOthers('changeKind', input)).toEqual(STAFF_ONLY);
      expect(await life.refused(life.seat, 'changeKind', { ...input, kind: 'UPDATE' })).toBe('FORBIDDEN');
      expect(await life.refused(life.rep, 'changeKind', { ...input, kind: 'PRAISE', status: 'ACTIVE' })).toBe(
        'STATUS_NOT_OF_KIND',
      );
      expect(await life.refused(life.rep, 'changeKind', { ...input, kind: 'RUMOUR' })).toBe('BAD_USER_INPUT');
      const both = await Promise.all([
        life.refused(life.rep, 'changeKind', input),
        life.refused(life.seat, 'changeKind', { ...input, kind: 'IDEA' }),
      ]);
      expect(both.toSorted()).toEqual(['CONFLICT', 'OK']);
      expect(await life.change(life.rep, 'changeKind', { topicId, version: 2, kind: 'UPDATE' })).toMatchObject({
        kind: 'UPDATE',
      });
      expect(await life.refused(life.seat, 'changeKind', { topicId, version: 3, kind: 'IDEA' })).toBe('FORBIDDEN');
    });
  });

  describe('its tags and products', () => {
    it('are set by staff, and told', async () => {
      const topicId = await life.talk.ask(life.ann, { tags: ['reset', 'light'] });
      const input = { topicId, tags: ['Light', 'battery'] };
      expect(await life.codesOfOthers('setTags', input)).toEqual(STAFF_ONLY);
      const topic = await life.change(life.seat, 'setTags', input);
      expect(topic).toMatchObject({ version: 1, tags: [{ name: 'battery' }, { name: 'light' }] });
      await life.change(life.seat, 'setTags', { topicId, tags: ['light', 'BATTERY'] });
      const told = (await life.history(topicId)).filter(({ kind }) => kind === 'TAGS_SET');
      expect(told.map(({ data }) => data)).toEqual([{ from: ['light', 'reset'], to: ['battery', 'light'] }]);
      expect(
        await life.refused(life.rep, 'setTags', { topicId, tags: Array.from({ length: 11 }, (_, i) => `tag-${i}`) }),
      ).toBe('INVALID_INPUT');
      expect(await life.refused(life.rep, 'setTags', { topicId, tags: [' '] })).toBe('INVALID_INPUT');
    });

    it('move it to another product', async () => {
      const [kettle, lamp] = [await product('kettle'), await product('lamp')];
      const topicId = await life.talk.ask(life.ann, { productIds: [kettle] });
      expect(await life.codesOfOthers('moveTopic', { topicId, productIds: [lamp] })).toEqual(STAFF_ONLY);
      await life.change(life.rep, 'moveTopic', { topicId, productIds: [lamp] });
      expect(await life.read(life.ben, topicId)).toMatchObject({ products: [{ id: lamp }] });
      expect(await life.refused(life.rep, 'moveTopic', { topicId, productIds: [] })).toBe('INVALID_INPUT');
      expect(await life.codesOfOthers('setProducts', { topicId, productIds: [] })).toEqual(STAFF_ONLY);
      await life.change(life.rep, 'setProducts', { topicId, productIds: [] });
      expect(await life.read(life.ben, topicId)).toMatchObject({ products: [] });
      expect((await life.history(topicId)).map(({ kind }) => kind).slice(0, 2)).toEqual(['PRODUCTS_SET', 'MOVED']);
    });

    const product = async (slug: string): Promise<string> => {
      const admin = await house.founder.member(house.url, life.community, { role: 'ADMIN' });
      const { createProduct } = await admin.ask<{ createProduct: { id: string } }>(mutation('createProduct', 'id'), {
        input: { communityId: life.community.id, idempotencyKey: randomUUID(), slug, name: slug },
      });
      return createProduct.id;
    };
  });

  describe('closing', () => {
    it('refuses new answers and comments, keeps it in lists, and can be undone', async () => {
      const topicId = await life.talk.ask(life.ann);
      const answerId = await life.talk.answer(life.ben, topicId);
      const input = { topicId, reason: 'Solved by the recall.' };
      expect(await life.codesOfOthers('closeTopic', input)).toEqual(STAFF_ONLY);
      const closed = await life.change(life.seat, 'closeTopic', input);
      expect(closed).toMatchObject({ closedReason: 'Solved by the recall.', archivedAt: null });
      expect(await life.answerCode(life.ben, topicId)).toBe('TOPIC_CLOSED');
      const remark = { answerId, idempotencyKey: randomUUID(), body: 'But why?' };
      expect(await life.refused(life.ben, 'comment', remark)).toBe('TOPIC_CLOSED');
      expect(await life.listed(house.stranger, topicId)).toBe(true);
      // What may still be said of it does not bump it.
      await life.ann.ask(mutation('markSolved', 'id', 'SolvedMarkInput'), { input: { answerId } });
      expect(await life.read(life.ann, topicId)).toMatchObject({
        resolution: 'SOLVED',
        lastActivityAt: closed.lastActivityAt,
      });
      expect(await life.codesOfOthers('reopenTopic', { topicId })).toEqual(STAFF_ONLY);
      expect(await life.change(life.rep, 'reopenTopic', { topicId })).toMatchObject({
        closedAt: null,
        closedReason: null,
      });
      expect(await life.refused(life.rep, 'reopenTopic', { topicId })).toBe('INVALID_INPUT');
      expect(await life.answerCode(life.ben, topicId)).toBe('OK');
      expect((await life.history(topicId)).map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['CLOSED', 'REOPENED', 'ASKED']),
      );
    });

    it('happens once, however many close at the same time', async () => {
      const topicId = await life.talk.ask(life.ann);
      const codes = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          life.refused(i % 2 ? life.rep : life.seat, 'closeTopic', { topicId, reason: `Reason ${i}` }),
        ),
      );
      expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
      expect(new Set(codes)).toEqual(new Set(['OK', 'TOPIC_CLOSED']));
      expect((await life.history(topicId)).filter(({ kind }) => kind === 'CLOSED')).toHaveLength(1);
    });

    it.each(['', ' ', 'x'.repeat(501), 'a\0b'])('refuses the reason %j', async (reason) => {
      expect(await life.refused(life.rep, 'closeTopic', { topicId: await life.talk.ask(life.ann), reason })).toBe(
        'INVALID_INPUT',
      );
    });
  });

  describe('archiving', () => {
    it('takes it out of lists and closes it, and brings it back as it was', async () => {
      const topicId = await life.talk.ask(life.ann, { tags: ['archive-me'] });
      expect(await life.codesOfOthers('archiveTopic', { topicId, note: 'Old firmware.' })).toEqual(STAFF_ONLY);
      const archived = await life.change(life.rep, 'archiveTopic', { topicId, note: 'Old firmware.' });
      expect(archived).toMatchObject({
        archivedNote: 'Old firmware.',
        closedAt: archived['archivedAt'],
        tags: [{ topicCount: 0 }],
      });
      expect([await life.listed(life.ben, topicId), await life.listed(life.rep, topicId)]).toEqual([false, false]);
      expect(await life.read(house.stranger, topicId)).toMatchObject({
        title: 'How do I reset it?',
        archivedNote: 'Old firmware.',
      });
      expect(await life.answerCode(life.ben, topicId)).toBe('TOPIC_ARCHIVED');
      expect(await life.refused(life.rep, 'archiveTopic', { topicId, note: 'Again.' })).toBe('TOPIC_ARCHIVED');
      expect(await life.refused(life.rep, 'closeTopic', { topicId, reason: 'Again.' })).toBe('TOPIC_ARCHIVED');
      expect(await life.refused(life.rep, 'reopenTopic', { topicId })).toBe('TOPIC_ARCHIVED');
      expect(await life.codesOfOthers('unarchiveTopic', { topicId })).toEqual(STAFF_ONLY);
      const back = await life.change(life.seat, 'unarchiveTopic', { topicId });
      expect(back).toMatchObject({ archivedAt: null, archivedNote: null, closedAt: null, tags: [{ topicCount: 1 }] });
      expect(await life.refused(life.rep, 'unarchiveTopic', { topicId })).toBe('INVALID_INPUT');
      expect(await life.listed(life.ben, topicId)).toBe(true);
    });

    it('leaves closed what had been closed before', async () => {
      const topicId = await life.talk.ask(life.ann);
      const closed = await life.change(life.rep, 'closeTopic', { topicId, reason: 'Done.' });
      await life.change(life.rep, 'archiveTopic', { topicId, note: 'Old.' });
      const back = await life.change(life.rep, 'unarchiveTopic', { topicId });
      expect(back).toMatchObject({ archivedAt: null, closedAt: closed['closedAt'], closedReason: 'Done.' });
    });
  });

  it('keeps every counter and mark true', async () => {
    expect(await life.faults()).toEqual([]);
  });
});
