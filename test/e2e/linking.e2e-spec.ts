import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const LINK = 'mutation ($input: LinkTopicInput!) { linkTopic(input: $input) { links { nodes { kind } } } }';
const ends = (name: string): string =>
  `mutation ($input: LinkEndsInput!) { ${name}(input: $input) { links { nodes { kind confirmedAt confirmedBy { id } topic { id } } } } }`;
const [UNLINK, CONFIRM, REJECT] = [ends('unlinkTopic'), ends('confirmDuplicate'), ends('rejectLink')];

interface Ends {
  readonly topicId: string;
  readonly linkedId: string;
}

describe('linking topics', () => {
  let house: TestApp;
  let community: TestCommunity;
  let say: Conversation;
  let back: Backstage;
  let [ann, ben, cas, rep]: TestUser[] = [];

  const people = (): { ann: TestUser; ben: TestUser; cas: TestUser; rep: TestUser } => {
    if (!ann || !ben || !cas || !rep) throw new Error('Nobody is there yet.');
    return { ann, ben, cas, rep };
  };
  /** Two topics of Ann: a later one, and the one that it might be a duplicate of. */
  const two = async (): Promise<Ends> => {
    const linkedId = await say.ask(people().ann, { title: 'Sync fails' });
    return { topicId: await say.ask(people().ann, { title: 'Sync does not work' }), linkedId };
  };
  const links = (): Promise<object[]> =>
    back.rows('SELECT kind, linked_by_id, confirmed_by_id, rejected_by_id FROM topic_links ORDER BY created_at');
  const told = async (id: string): Promise<string[]> =>
    (await back.eventsOf(id)).filter((type) => type !== 'topic.asked');

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    say = new Conversation(community);
    back = new Backstage(house, community);
    [ann, ben, cas] = await Promise.all([1, 2, 3].map(() => house.founder.member(house.url, community)));
    rep = await house.founder.member(house.url, community, { role: 'REPRESENTATIVE' });
  });
  beforeEach(() => back.rows('DELETE FROM topic_links'));
  afterAll(() => house.stop());

  it('is done by anybody who takes part, once, and confirmed by the asker', async () => {
    const input = await two();
    for (const kind of ['DUPLICATE', 'DUPLICATE']) {
      expect(await people().ben.ask(LINK, { input: { ...input, kind } })).toEqual({
        linkTopic: { links: { nodes: [{ kind: 'DUPLICATE' }] } },
      });
    }
    expect(await told(input.topicId)).toEqual(['topic.linked']);
    expect(await people().cas.codeOf(CONFIRM, { input })).toBe('NOT_YOUR_TOPIC');
    for (let twice = 0; twice < 2; twice++) {
      expect(await people().ann.ask(CONFIRM, { input })).toMatchObject({
        confirmDuplicate: {
          links: { nodes: [{ confirmedAt: expect.any(String), confirmedBy: { id: people().ann.memberId } }] },
        },
      });
    }
    expect(await told(input.topicId)).toEqual(['topic.linked', 'topic.duplicate_confirmed']);
    const [event] = await back.rows<{ data: object }>(
      `SELECT data FROM domain_events WHERE type = 'topic.duplicate_confirmed' ORDER BY id DESC LIMIT 1`,
    );
    expect(event?.data).toEqual({ linkedId: keyOf(input.linkedId), linkedById: keyOf(people().ben.memberId) });
    expect(await house.stranger.codeOf(LINK, { input })).toBe('UNAUTHENTICATED');
  });

  it('is confirmed at once by the asker of the topic, and by staff', async () => {
    for (const who of [people().ann, people().rep]) {
      await who.ask(LINK, { input: await two() });
    }
    expect(await links()).toEqual([
      expect.objectContaining({ confirmed_by_id: keyOf(people().ann.memberId) }),
      expect.objectContaining({ confirmed_by_id: keyOf(people().rep.memberId) }),
    ]);
  });

  it('is taken back by who did it until others confirm it, and by those whom it concerns', async () => {
    const input = await two();
    await people().ben.ask(LINK, { input });
    expect(await people().cas.codeOf(UNLINK, { input })).toBe('FORBIDDEN');
    for (let twice = 0; twice < 2; twice++) expect(await people().ben.codeOf(UNLINK, { input })).toBe('OK');
    expect(await links()).toEqual([]);
    expect(await told(input.topicId)).toEqual(['topic.linked', 'topic.unlinked']);
    await people().ben.ask(LINK, { input });
    await people().ann.ask(CONFIRM, { input });
    expect(await people().ben.codeOf(UNLINK, { input })).toBe('FORBIDDEN');
    expect(await people().rep.codeOf(UNLINK, { input })).toBe('OK');
    expect(await links()).toEqual([]);
  });

  it('is rejected for good, but by those who rejected it', async () => {
    const input = await two();
    await people().ben.ask(LINK, { input });
    expect(await people().ben.codeOf(REJECT, { input })).toBe('NOT_YOUR_TOPIC');
    for (let twice = 0; twice < 2; twice++) {
      expect(await people().ann.ask(REJECT, { input })).toEqual({ rejectLink: { links: { nodes: [] } } });
    }
    expect(await told(input.topicId)).toEqual(['topic.linked', 'topic.link_rejected']);
    expect(await people().cas.codeOf(LINK, { input })).toBe('ALREADY_DECIDED');
    expect(await people().rep.codeOf(CONFIRM, { input })).toBe('NOT_FOUND');
    expect(await people().ann.codeOf(LINK, { input })).toBe('OK');
    expect(await links()).toEqual([expect.objectContaining({ rejected_by_id: null })]);
  });

  it('may become a duplicate of what was related, and not the other way by others', async () => {
    const input = await two();
    await people().ben.ask(LINK, { input: { ...input, kind: 'RELATED' } });
    await people().cas.ask(LINK, { input });
    expect(await links()).toEqual([
      expect.objectContaining({ kind: 'DUPLICATE', linked_by_id: keyOf(people().cas.memberId) }),
    ]);
    expect(await people().ben.codeOf(LINK, { input: { ...input, kind: 'RELATED' } })).toBe('FORBIDDEN');
    expect(await people().cas.codeOf(LINK, { input: { ...input, kind: 'RELATED' } })).toBe('OK');
  });

  it('is refused to itself, the other way round, of what is gone, foreign or unknown, and without end', async () => {
    const input = await two();
    const { topicId, linkedId } = input;
    await people().ben.ask(LINK, { input });
    const code = (given: object): Promise<string> => people().cas.codeOf(LINK, { input: { ...input, ...given } });
    expect(await code({ linkedId: topicId })).toBe('INVALID_INPUT');
    expect(await code({ topicId: linkedId, linkedId: topicId })).toBe('CONFLICT');
    const other = await house.founder.community();
    const foreign = await new Conversation(other).ask(await house.founder.member(house.url, other));
    expect(await code({ linkedId: foreign })).toBe('NOT_FOUND');
    const hidden = await say.ask(people().rep, { visibility: 'PRIVATE' });
    expect(await code({ linkedId: hidden })).toBe('NOT_FOUND');
    const [third, fourth] = [await say.ask(people().ann), await say.ask(people().ann)];
    expect(await back.codesByState(people().cas, third, LINK, { topicId: third, linkedId: fourth })).toEqual([
      'OK',
      'TOPIC_ARCHIVED',
      'TOPIC_MERGED',
      'TOPIC_REMOVED',
      'NOT_FOUND',
    ]);
    await back.rows(
      `INSERT INTO topics (community_id, id, code, slug, kind, title, body, body_html, author_id, author_role, locale, last_activity_at)
       SELECT community_id, gen_random_uuid(), 'many-' || i, 'many', kind, 'One of many', 'So.', '', author_id, author_role, locale, now()
       FROM topics, generate_series(1, 50) i WHERE id = $1`,
      third,
    );
    await back.rows(
      `INSERT INTO topic_links (community_id, topic_id, linked_id, kind)
       SELECT community_id, $1, id, 'RELATED' FROM topics WHERE code LIKE 'many-%'`,
      third,
    );
    expect(await code({ topicId: third, linkedId })).toBe('FORBIDDEN');
  });

  it('happens once, however many do it at once', async () => {
    const input = await two();
    const callers = Array.from({ length: 50 }, (_, i) => [people().ben, people().cas][i % 2] as TestUser);
    await Promise.all(callers.map((user) => user.ask(LINK, { input })));
    expect(await links()).toHaveLength(1);
    expect(await told(input.topicId)).toEqual(['topic.linked']);
  });

  it('ends after sixty in an hour', async () => {
    const dora = await house.founder.member(house.url, community);
    const { topicId, linkedId } = await two();
    const codes: string[] = [];
    for (let i = 0; i < 61; i++) {
      codes.push(await dora.codeOf(LINK, { input: { topicId, linkedId } }));
      await back.rows('DELETE FROM topic_links');
    }
    expect([...new Set(codes.slice(0, 60)), codes.at(-1)]).toEqual(['OK', 'RATE_LIMITED']);
  });

  it('tells the askers of duplicates when the other one is solved, each time once', async () => {
    const { topicId, linkedId } = await two();
    const [second, related, wrong] = [
      await say.ask(people().cas),
      await say.ask(people().cas),
      await say.ask(people().cas),
    ];
    for (const [id, kind] of [
      [topicId, 'DUPLICATE'],
      [second, 'DUPLICATE'],
      [related, 'RELATED'],
      [wrong, 'DUPLICATE'],
    ]) {
      await people().ben.ask(LINK, { input: { topicId: id, linkedId, kind } });
    }
    await people().cas.ask(REJECT, { input: { topicId: wrong, linkedId } });
    const answerId = await say.answer(people().ben, linkedId);
    const mark = (name: string): Promise<string> =>
      people().ann.codeOf(`mutation ($input: SolvedMarkInput!) { ${name}(input: $input) { id } }`, {
        input: { answerId },
      });
    const news = (): Promise<{ subject_id: string; data: object }[]> =>
      back.rows(
        `SELECT subject_id, data FROM domain_events WHERE type = 'topic.linked_target_solved' ORDER BY created_at, subject_id`,
      );
    const of = (id: string, asker: TestUser): object => ({
      subject_id: keyOf(id),
      data: { askerId: keyOf(asker.memberId), linkedId: keyOf(linkedId) },
    });
    expect(await mark('markSolved')).toBe('OK');
    const first = [of(topicId, people().ann), of(second, people().cas)];
    const sorted = (rows: object[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();
    expect(sorted(await news())).toEqual(sorted(first));
    // A later link finds the solution there.
    const late = await say.ask(people().cas);
    for (let twice = 0; twice < 2; twice++) {
      await people().ben.ask(LINK, { input: { topicId: late, linkedId } });
      await people().ben.ask(UNLINK, { input: { topicId: late, linkedId } });
    }
    expect(sorted(await news())).toEqual(sorted([...first, of(late, people().cas)]));
    // Solved anew, told anew.
    expect(await mark('unmarkSolved')).toBe('OK');
    expect(await mark('markSolved')).toBe('OK');
    expect(await news()).toHaveLength(5);
    const types = await told(linkedId);
    expect(types.filter((type) => /resolved/.test(type))).toEqual([
      'topic.resolved',
      'topic.unresolved',
      'topic.resolved',
    ]);
  });

  it('tells the askers of what was linked to a topic that was merged since', async () => {
    const { topicId, linkedId } = await two();
    const target = await say.ask(people().cas);
    await people().ben.ask(LINK, { input: { topicId, linkedId } });
    await people().rep.ask('mutation ($input: MergeTopicInput!) { mergeTopic(input: $input) { id } }', {
      input: { topicId: linkedId, intoId: target },
    });
    await people().rep.ask('mutation ($input: SetStatusInput!) { setStatus(input: $input) { id } }', {
      input: { topicId: target, status: 'COMPLETE' },
    });
    expect(await told(topicId)).toEqual(['topic.linked', 'topic.linked_target_solved']);
  });
});
