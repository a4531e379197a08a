import { newId } from '@app/kernel';
import { mutation } from '../support/mutation';
import { SearchIndex } from '../support/search-index';
import { TestApp } from '../support/test-app';
import { TopicLife } from '../support/topic-life';

describe('the index', () => {
  let house: TestApp;
  let life: TopicLife;
  let index: SearchIndex;

  beforeAll(async () => {
    house = await TestApp.start();
    life = await TopicLife.begin(house);
    index = new SearchIndex(house, life.community);
  });
  afterAll(() => house.stop());
  afterEach(async () => {
    const { before, after } = await index.beforeAndAfter();
    expect(before.length).toBeGreaterThan(0);
    expect(before).toEqual(after);
  });

  const texts = async (id: string): Promise<string[] | undefined> =>
    (await index.document('TOPIC', id))?.replies.map(({ rank, text }) => `${rank} ${text}`);
  const solved = (answerId: string): Promise<unknown> =>
    life.ann.ask(mutation('markSolved', 'id', 'SolvedMarkInput'), { input: { answerId } });
  const has = async (id: string): Promise<boolean> => {
    await index.settle();
    return index.has('TOPIC', id);
  };

  it('has a topic with what is said on it, each by its rank', async () => {
    const id = await life.talk.ask(life.ann, { tags: ['reset'], body: 'It *blinks*\n\nred & green.' });
    const answer = await life.talk.answer(life.ben, id);
    const second = await life.talk.answer(life.ann, id, 'I **tried** that.');
    await life.talk.comment(life.ben, { answerId: second });
    const hidden = await life.talk.answer(life.ben, id, 'Bad advice.');
    await life.talk.comment(life.ann, { answerId: hidden }, 'Gone with it.');
    await life.rep.ask(mutation('removeAnswer'), { input: { answerId: hidden, reason: 'Dangerous.' } });
    await life.rep.ask(mutation('markOfficial'), { input: { answerId: answer } });
    expect(await has(id)).toBe(true);
    expect(await index.document('TOPIC', id)).toMatchObject({
      title: 'How do I reset it?',
      body: 'It blinks red & green.',
      locale: 'en',
      topicKind: 'QUESTION',
      resolution: 'SOLVED',
      visibility: 'PUBLIC',
      meTooCount: 1,
      productIds: [],
    });
    expect((await index.document('TOPIC', id))?.tagIds).toHaveLength(1);
    expect(await texts(id)).toEqual(['OFFICIAL Hold the button.', 'ANSWER I tried that.', 'COMMENT Thank you.']);
    expect((await index.document('TOPIC', id))?.replies.map(({ byAsker }) => byAsker)).toEqual([false, true, false]);
  });

  it('follows edits, marks and counts, and not what nobody finds anything by', async () => {
    const id = await life.talk.ask(life.ann);
    const answerId = await life.talk.answer(life.ben, id);
    await index.settle();
    await index.rows('UPDATE topics SET view_count = view_count + 1, follower_count = follower_count + 1');
    await index.rows(`UPDATE answers SET star_count = star_count, body = body`);
    await index.rows(`UPDATE members SET bio = 'Me.', follower_count = 3`);
    expect(await index.waiting()).toBe(0);
    await solved(answerId);
    expect(await index.waiting()).toBeGreaterThan(0);
    await index.settle();
    expect(await texts(id)).toEqual(['SOLVED Hold the button.']);
    const edit = { topicId: id, version: 1, title: 'Where is the reset button?', body: 'Nowhere.' };
    await life.change(life.ann, 'editTopic', edit);
    await life.ben.ask(mutation('editAnswer', 'id'), { input: { answerId, version: 1, body: 'Below.' } });
    await life.ben.ask(mutation('meToo', 'id', 'MeTooInput'), { input: { topicId: id } });
    expect(await index.document('TOPIC', id)).toMatchObject({
      title: 'Where is the reset button?',
      body: 'Nowhere.',
      meTooCount: 2,
    });
    expect(await texts(id)).toEqual(['SOLVED Below.']);
  });

  it('does without what readers no longer see, until it is back', async () => {
    const id = await life.talk.ask(life.ann, { tags: ['gone'] });
    expect(await has(id)).toBe(true);
    await life.change(life.rep, 'removeTopic', { topicId: id, reason: 'Spam.' });
    expect(await has(id)).toBe(false);
    await life.change(life.rep, 'restoreTopic', { topicId: id });
    expect(await has(id)).toBe(true);
    await life.change(life.rep, 'archiveTopic', { topicId: id, note: 'Old.' });
    expect(await has(id)).toBe(false);
    await life.change(life.rep, 'unarchiveTopic', { topicId: id });
    await life.change(life.rep, 'setTopicVisibility', { topicId: id, visibility: 'PRIVATE' });
    expect(await has(id)).toBe(true);
    expect((await index.document('TOPIC', id))?.visibility).toBe('PRIVATE');
    await index.rows(`UPDATE topics SET state = 'HELD' WHERE visibility = 'PRIVATE'`);
    expect(await has(id)).toBe(false);
  });

  it('keeps what a merge moves with the topic where it stands, and brings it back', async () => {
    const [source, target] = [await life.talk.ask(life.ann), await life.talk.ask(life.ben)];
    await life.talk.answer(life.ben, source, 'Moves.');
    await life.talk.comment(life.ben, { topicId: source }, 'Moves too.');
    await life.change(life.rep, 'mergeTopic', { topicId: source, intoId: target });
    expect([await has(source), await has(target)]).toEqual([false, true]);
    expect(await texts(target)).toEqual(['ANSWER Moves.', 'COMMENT Moves too.']);
    await life.change(life.rep, 'unmergeTopic', { topicId: source });
    expect([await has(source), await has(target)]).toEqual([true, true]);
    expect([await texts(source), await texts(target)]).toEqual([['ANSWER Moves.', 'COMMENT Moves too.'], []]);
  });

  it('knows tags with their synonyms, and products', async () => {
    const id = await life.talk.ask(life.ann, { tags: ['wlan', 'wifi'] });
    await index.settle();
    const tags = await index.rows<{ id: string; name: string }>(`SELECT id, name FROM tags WHERE name LIKE 'w%'`);
    const [wifi = '', wlan = ''] = ['wifi', 'wlan'].map((name) => tags.find((tag) => tag.name === name)?.id);
    expect([await index.has('TAG', wifi), await index.has('TAG', wlan)]).toEqual([true, true]);
    await index.rows('UPDATE tags SET synonym_of_id = $1 WHERE id = $2', [wifi, wlan]);
    await index.settle();
    expect([await index.has('TAG', wifi), await index.has('TAG', wlan)]).toEqual([true, false]);
    expect((await index.document('TAG', wifi))?.names).toEqual(['wifi', 'wlan']);
    await index.rows('UPDATE tags SET synonym_of_id = NULL WHERE id = $1', [wlan]);
    await index.settle();
    expect((await index.document('TAG', wifi))?.names).toEqual(['wifi']);

    const product = await house.founder.product(life.community);
    await index.settle();
    expect(await index.has('PRODUCT', product)).toBe(true);
    await life.change(life.rep, 'setProducts', { topicId: id, productIds: [product] });
    expect((await index.document('TOPIC', id))?.productIds).toHaveLength(1);
  });

  it('finds members by what they are called now, and nobody who is gone', async () => {
    const cleo = await life.member();
    const admin = await life.member({ role: 'ADMIN' });
    const member = async (): Promise<boolean> => {
      await index.settle();
      return index.has('MEMBER', cleo.memberId);
    };
    expect(await member()).toBe(true);
    const profile = { communityId: life.community.id, version: 1, displayName: 'Cleo the Great' };
    await cleo.ask(mutation('updateProfile', 'id'), { input: profile });
    await index.settle();
    expect((await index.document('MEMBER', cleo.memberId))?.names[0]).toBe('Cleo the Great');
    const memberId = cleo.memberId;
    await admin.ask(mutation('suspendMember', 'id'), { input: { memberId, reason: 'Rude.' } });
    expect(await member()).toBe(false);
    await admin.ask(mutation('unsuspendMember', 'id'), { input: { memberId } });
    expect(await member()).toBe(true);
    const topic = await life.talk.ask(cleo, { title: 'Who am I?' });
    await admin.ask(mutation('eraseMember', 'id'), { input: { memberId, reason: 'Asked for it.' } });
    expect(await member()).toBe(false);
    expect(await has(topic)).toBe(true);
    const kept = await index.rows<{ names: string[]; whole: string }>(
      `SELECT names, whole::text FROM search_documents WHERE kind = 'MEMBER' AND removed`,
    );
    expect(kept).toEqual([{ names: [], whole: '' }]);
    expect(await index.rows(`SELECT * FROM search_words WHERE word LIKE '%great%'`)).toEqual([]);
  });

  it('has published articles and no drafts', async () => {
    const id = newId();
    await index.rows(
      `INSERT INTO articles (community_id, id, slug, title, summary, body, body_html, locale)
       VALUES ($1, $2, 'reset', 'Resetting', 'In short.', 'x', '<p>Hold the <em>button</em>.</p>', 'en')`,
      [life.community.key, id],
    );
    const article = async (): Promise<boolean> => {
      await index.settle();
      return index.has('ARTICLE', id);
    };
    expect(await article()).toBe(true);
    await index.rows(`UPDATE articles SET state = 'DRAFT'`);
    expect(await article()).toBe(false);
    await index.rows(`UPDATE articles SET state = 'PUBLISHED'`);
    expect(await article()).toBe(true);
    await index.rows('DELETE FROM articles');
    expect(await article()).toBe(false);
  });
});
