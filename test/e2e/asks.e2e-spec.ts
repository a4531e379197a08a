import { helpfulnessIn } from '@app/reputation';
import { keyOf } from '../support/backstage';
import { routePlainly } from '../support/asks/plain-mind';
import { RoutingHouse } from '../support/asks/routing-house';
import { mutation } from '../support/mutation';
import { statementsOf } from '../support/statements';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const PREFER = mutation('updateRoutingPreferences', 'asksPerDay hasOptedOut awayUntil mutedTags { name }');
const ACCEPT = mutation('acceptAsk', 'state');
const PASS = mutation('passAsk', 'state passReason');
const SNOOZE = mutation('snoozeAsk', 'state snoozedUntil');
const PEOPLE = 'query ($id: ID!) { topic(id: $id) { askedPeople { member { id } why askedAt } } }';
const ESCALATIONS = `query ($id: ID!) { escalations(communityId: $id) {
  nodes { topic { id } peerWindowSeconds peerWindowAnswers askedCount } } }`;
const TOMORROW = (): string => new Date(Date.now() + 86_400_000).toISOString();

describe('people who are asked', () => {
  let app: TestApp;

  beforeAll(async () => {
    routePlainly();
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const open = async (settings: object = {}): Promise<RoutingHouse> =>
    new RoutingHouse(app, await app.founder.community(settings));
  const prefer = (house: RoutingHouse, user: TestUser, change: object): Promise<string> =>
    user.codeOf(PREFER, { input: { communityId: house.community.id, ...change } });

  describe('a topic', () => {
    it('is asked of those who have helped, who see it in their in-tray with the reasons that its asker reads', async () => {
      const house = await open();
      const product = await app.founder.product(house.community);
      const helper = await house.helper(3, [product]);
      const [asker, stranger, staff] = [
        await house.member(),
        await house.member(),
        await house.member({ role: 'EMPLOYEE' }),
      ];
      const topic = await house.routed(asker, { productIds: [product] });

      const [ask] = await house.asksOf(helper);
      expect(ask).toMatchObject({ state: 'WAITING', topic: { id: topic } });
      expect(ask?.why).toContain('answered 3 questions about the same product');
      for (const user of [asker, staff]) {
        const { topic: seen } = await user.ask<{ topic: { askedPeople: object[] } }>(PEOPLE, { id: topic });
        expect(seen.askedPeople).toEqual([
          { member: { id: helper.memberId }, why: ask?.why, askedAt: expect.any(String) },
        ]);
      }
      for (const user of [helper, stranger, app.stranger])
        expect(await user.ask(PEOPLE, { id: topic })).toEqual({ topic: { askedPeople: null } });
      expect(await house.asksOf(stranger)).toEqual([]);
    });

    it.each([
      ['of a kind that needs no answer', { kind: 'IDEA' }, ''],
      ['private', { visibility: 'PRIVATE' }, ''],
      ['closed', {}, 'closed_at = now()'],
      ['removed', {}, `state = 'REMOVED'`],
      ['answered', {}, 'unanswered = false'],
      ['older than a week', {}, `created_at = now() - interval '8 days'`],
    ])('that is %s is asked of nobody', async (_, more, change) => {
      const house = await open();
      await house.helper();
      const topic = await house.say.ask(await house.member(), more);
      if (change) await house.sql(`UPDATE topics SET ${change} WHERE id = $1`, topic);
      await house.route(topic);
      expect(await house.asked(topic)).toEqual([]);
      expect(await house.sql('SELECT FROM topic_routes WHERE topic_id = $1', topic)).toEqual([]);
    });

    it('leaves places for others, however much one member asks', async () => {
      const house = await open();
      for (let i = 0; i < 5; i++) await house.helper();
      const [flood, asker] = [await house.member(), await house.member()];
      for (let i = 0; i < 8; i++) await house.routed(flood);
      const asked = await house.sql(
        'SELECT FROM topic_asks a JOIN topics t ON t.id = a.topic_id WHERE t.author_id = $1',
        flood.memberId,
      );
      expect(asked).toHaveLength(15);
      expect((await house.asked(await house.routed(asker))).length).toBeGreaterThan(0);
    });

    it('brings its job along when it is asked, approved or made public, and only then', async () => {
      const house = await open({ holdFirstPosts: 1 });
      const [asker, rep] = [await house.member(), await house.member({ role: 'REPRESENTATIVE' })];
      const jobs = (): Promise<object[]> =>
        house.sql(
          `SELECT t.identifier FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
           WHERE t.identifier = 'route_topic' AND j.payload->>'communityId' = $1::text`,
          house.community.id,
        );
      const held = await house.say.ask(asker);
      expect(await jobs()).toEqual([]);
      const [item] = (
        await rep.ask<{ moderationQueue: { nodes: { id: string }[] } }>(
          'query ($id: ID!) { moderationQueue(communityId: $id) { nodes { id } } }',
          { id: house.community.id },
        )
      ).moderationQueue.nodes;
      await rep.ask(mutation('approvePost', 'decision'), { input: { itemId: item?.id } });
      expect(await jobs()).toHaveLength(1);
      expect(held).toBeTruthy();
      await house.say.ask(rep, { kind: 'PRAISE' });
      const secret = await house.say.ask(rep, { visibility: 'PRIVATE' });
      expect(await jobs()).toHaveLength(1);
      await rep.ask(mutation('setTopicVisibility', 'id'), { input: { topicId: secret, visibility: 'PUBLIC' } });
      expect(await jobs()).toHaveLength(2);
    });

    it('is asked of no more than five people, each once, however often it is thought about', async () => {
      const house = await open();
      const helpers = await Promise.all(Array.from({ length: 8 }, () => house.helper(2)));
      const topic = await house.routed(await house.member());
      for (const helper of helpers) await house.say.comment(helper, { topicId: topic });
      await Promise.all(Array.from({ length: 20 }, () => house.route(topic)));
      await house.round();
      const asked = await house.asked(topic);
      expect(asked).toHaveLength(5);
      expect(new Set(asked).size).toBe(5);
      expect(await house.sql('SELECT asked FROM topic_routes WHERE topic_id = $1', topic)).toEqual([{ asked: 5 }]);
    });
  });

  describe('somebody', () => {
    it('is asked no more than five times a day by fifty topics at once, or as often as they chose', async () => {
      const house = await open();
      const [helper, keen, tired] = [await house.helper(), await house.helper(), await house.helper()];
      expect(await prefer(house, keen, { asksPerDay: 12 })).toBe('OK');
      expect(await prefer(house, tired, { asksPerDay: 1 })).toBe('OK');
      const askers = await Promise.all(Array.from({ length: 10 }, () => house.member()));
      const topics = await Promise.all(Array.from({ length: 50 }, (_, i) => house.say.ask(askers[i % 10] as TestUser)));
      const person = (user: TestUser) => ({
        topicId: '',
        memberId: keyOf(user.memberId),
        at: Date.now(),
        p: 1,
        place: 'FIRST' as const,
        person: {
          memberId: keyOf(user.memberId),
          p: 1,
          reasons: { similarAnswered: 1, answeredLately: 1, sameProduct: 0, lastReplyAt: Date.now() },
        },
      });
      await house.sql(
        `INSERT INTO topic_routes (community_id, topic_id, peer_window_seconds, peer_window_answers, escalates_at)
         SELECT t.community_id, t.id, 60, 0, now() + interval '1 day' FROM topics t WHERE t.unanswered`,
      );
      // As several workers would who know nothing of each other.
      await Promise.all(
        topics.map((topic) => house.making.make(house.community.key, keyOf(topic), [helper, keen, tired].map(person))),
      );
      await Promise.all(topics.map((topic) => house.route(topic)));
      const counts = [helper, keen, tired].map(async (user) => (await house.asksOf(user)).length);
      expect(await Promise.all(counts)).toEqual([5, 12, 1]);
      const days = await house.sql<{ id: string; asked: number; rows: number }>(
        `SELECT d.member_id AS id, d.asked, (SELECT count(*)::int FROM topic_asks a WHERE a.member_id = d.member_id) AS rows
         FROM ask_days d`,
      );
      for (const { asked, rows } of days) expect(asked).toBe(rows);
    });

    it.each([
      ['opted out', { hasOptedOut: true }, ''],
      ['is away', { awayUntil: TOMORROW() }, ''],
      ['chose no asks', { asksPerDay: 0 }, ''],
      ['is suspended', null, `UPDATE members SET suspended_until = '2999-01-01' WHERE id = $1`],
      ['has no account', null, 'UPDATE members SET user_id = NULL WHERE id = $1'],
      ['was erased', null, 'UPDATE members SET erased_at = now() WHERE id = $1'],
      ['works for the company', null, `UPDATE members SET role = 'EMPLOYEE' WHERE id = $1`],
      ['has left it', null, `UPDATE members SET role = 'ALUM' WHERE id = $1`],
    ])('who %s is never asked', async (_, change, statement) => {
      const house = await open();
      const [helper, other] = [await house.helper(), await house.helper()];
      if (change) expect(await prefer(house, helper, change)).toBe('OK');
      if (statement) await house.sql(statement, helper.memberId);
      const topic = await house.routed(await house.member());
      expect(await house.asked(topic)).toEqual([keyOf(other.memberId)]);
    });

    it('is not asked whose answers surely help less than half as much as those beside them', async () => {
      const house = await open();
      const expected = 40;
      const most = (received: number): number => {
        const community = { received, expected, threads: 40 };
        return helpfulnessIn({ productIds: [], tagIds: [] }, { community, products: new Map(), tags: new Map() }).most;
      };
      let received = 1;
      while (most(received) < 0.5) received += 0.001;
      const [doubted, hardly] = await Promise.all([house.helper(), house.helper()]);
      for (const [helper, got] of [
        [doubted, received],
        [hardly, received - 0.001],
      ] as const)
        await app.founder.sql(
          house.community.key,
          `INSERT INTO helpfulness (community_id, member_id, scope, scope_id, received, expected, thread_count)
           SELECT community_id, id, 'COMMUNITY', community_id, $2::float8, $3::float8, 40 FROM members WHERE id = $1`,
          [keyOf(helper.memberId), got, expected],
        );
      expect(await house.asked(await house.routed(await house.member()))).toEqual([keyOf(doubted.memberId)]);
    });

    it('is not asked about their own topic, nor about tags that they muted, also by another word', async () => {
      const house = await open();
      const [helper, other] = [await house.helper(), await house.helper()];
      const own = await house.routed(helper, { tags: ['light', 'lamp'] });
      expect(await house.asked(own)).toEqual([keyOf(other.memberId)]);
      const tags = await house.sql<{ id: string; name: string }>('SELECT id, name FROM tags');
      const { topic } = await helper.ask<{ topic: { tags: { id: string; name: string }[] } }>(
        'query ($id: ID!) { topic(id: $id) { tags { id name } } }',
        { id: own },
      );
      const tag = (name: string): string => topic.tags.find((one) => one.name === name)?.id ?? '';
      expect(tags).toHaveLength(2);
      expect(await prefer(house, helper, { mutedTagIds: [tag('lamp')] })).toBe('OK');
      const curator = await house.member({ role: 'REPRESENTATIVE' });
      const muted = await house.routed(await house.member(), { tags: ['lamp'] });
      await curator.ask(mutation('makeSynonym', 'id'), { input: { tagId: tag('lamp'), ofTagId: tag('light') } });
      const synonym = await house.routed(await house.member(), { tags: ['light'] });
      for (const id of [muted, synonym]) expect(await house.asked(id)).not.toContain(keyOf(helper.memberId));
      expect(await prefer(house, helper, { mutedTagIds: [] })).toBe('OK');
      expect(await house.asked(await house.routed(await house.member(), { tags: ['light'] }))).toContain(
        keyOf(helper.memberId),
      );
    });

    it('says how they want to be asked; bad wishes are refused and change nothing', async () => {
      const house = await open();
      const user = await house.member();
      const own = (): Promise<object> =>
        user.ask(
          'query ($id: ID!) { myRoutingPreferences(communityId: $id) { asksPerDay hasOptedOut awayUntil mutedTags { name } } }',
          { id: house.community.id },
        );
      const before = { asksPerDay: 5, hasOptedOut: false, awayUntil: null, mutedTags: [] };
      expect(await own()).toEqual({ myRoutingPreferences: before });
      for (const change of [{ asksPerDay: -1 }, { asksPerDay: 21 }, { awayUntil: 'soon' }])
        expect(await prefer(house, user, change)).toBe('INVALID_INPUT');
      expect(await prefer(house, user, { mutedTagIds: [user.memberId] })).toBe('NOT_FOUND');
      expect(await own()).toEqual({ myRoutingPreferences: before });
      const awayUntil = TOMORROW();
      expect(await prefer(house, user, { awayUntil, asksPerDay: 7 })).toBe('OK');
      expect(await prefer(house, user, { hasOptedOut: true })).toBe('OK');
      expect(await own()).toEqual({ myRoutingPreferences: { ...before, asksPerDay: 7, hasOptedOut: true, awayUntil } });
      expect(await prefer(house, user, { awayUntil: null })).toBe('OK');
      expect(await own()).toEqual({ myRoutingPreferences: { ...before, asksPerDay: 7, hasOptedOut: true } });
    });
  });

  describe('an ask', () => {
    it('is accepted, put off and passed on by whoever was asked, and by nobody else', async () => {
      const house = await open();
      const [helper, other] = [await house.helper(), await house.member({ role: 'ADMIN' })];
      await house.routed(await house.member());
      const [ask] = await house.asksOf(helper);
      const input = { askId: ask?.id };
      for (const user of [other, app.stranger]) {
        const code = user === other ? 'NOT_FOUND' : 'UNAUTHENTICATED';
        expect(await user.codeOf(ACCEPT, { input })).toBe(code);
        expect(await user.codeOf(PASS, { input: { ...input, reason: 'OTHER' } })).toBe(code);
        expect(await user.codeOf(SNOOZE, { input: { ...input, until: TOMORROW() } })).toBe(code);
      }
      expect(await helper.ask(ACCEPT, { input })).toEqual({ acceptAsk: { state: 'ACCEPTED' } });
      expect(await helper.ask(ACCEPT, { input })).toEqual({ acceptAsk: { state: 'ACCEPTED' } });
      for (const until of ['2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z'])
        expect(await helper.codeOf(SNOOZE, { input: { ...input, until } })).toBe('INVALID_INPUT');
      expect(await helper.ask(SNOOZE, { input: { ...input, until: TOMORROW() } })).toMatchObject({
        snoozeAsk: { state: 'SNOOZED' },
      });
      expect(await house.asksOf(helper)).toEqual([]);
      expect(await house.asksOf(helper, ['SNOOZED'])).toHaveLength(1);
      const passed = { passAsk: { state: 'PASSED', passReason: 'NOT_MY_FIELD' } };
      expect(await helper.ask(PASS, { input: { ...input, reason: 'NOT_MY_FIELD' } })).toEqual(passed);
      expect(await helper.ask(PASS, { input: { ...input, reason: 'NOT_MY_FIELD' } })).toEqual(passed);
      expect(await helper.codeOf(PASS, { input: { ...input, reason: 'NO_TIME' } })).toBe('ALREADY_DECIDED');
      expect(await helper.codeOf(ACCEPT, { input })).toBe('ALREADY_DECIDED');
    });

    it.each([
      ['somebody answers', 'answer', 'ENDED'],
      ['they answer themselves', 'own', 'ANSWERED'],
      ['the topic is closed', 'closed_at = now()', 'ENDED'],
      ['the topic is hidden', `state = 'HIDDEN'`, 'ENDED'],
      ['the topic is archived', 'archived_at = now()', 'ENDED'],
    ])('ends when %s', async (_, what, state) => {
      const house = await open();
      const helper = await house.helper();
      const topic = await house.routed(await house.member());
      const [ask] = await house.asksOf(helper);
      if (what === 'answer') await house.say.answer(await house.member(), topic);
      else if (what === 'own') await house.say.answer(helper, topic);
      else await house.sql(`UPDATE topics SET ${what} WHERE id = $1`, topic);
      expect(await house.asksOf(helper)).toEqual([]);
      expect(await house.asksOf(helper, [state])).toMatchObject([{ id: ask?.id, state }]);
      expect(await helper.codeOf(ACCEPT, { input: { askId: ask?.id } })).toBe('ALREADY_DECIDED');
      await house.round();
      expect(await house.sql('SELECT FROM topic_routes WHERE ended_at IS NULL')).toEqual([]);
    });

    it("is nobody else's to see: not in lists, nodes, events or exports", async () => {
      const house = await open();
      const [helper, admin] = [await house.helper(), await house.member({ role: 'ADMIN' })];
      await house.routed(await house.member());
      const [ask] = await house.asksOf(helper);
      await helper.ask(PASS, { input: { askId: ask?.id, reason: 'NO_TIME' } });
      expect(await house.asksOf(admin, ['WAITING', 'PASSED', 'ENDED', 'SNOOZED', 'ACCEPTED', 'ANSWERED'])).toEqual([]);
      expect(await admin.ask('query ($id: ID!) { node(id: $id) { id } }', { id: ask?.id })).toEqual({ node: null });
      const events = await house.sql<{ all: string }>('SELECT e::text AS all FROM domain_events e');
      const told = events.filter(({ all }) => all.includes('people_asked'));
      expect(told).toHaveLength(1);
      expect(told[0]?.all).not.toContain(keyOf(helper.memberId));
      expect(events.some(({ all }) => /NO_TIME|PASSED/.test(all))).toBe(false);
    });
  });

  describe('staff', () => {
    it('are told of what members have not answered in the time in which they do, until somebody does', async () => {
      const house = await open();
      const product = await app.founder.product(house.community);
      await house.helper(3, [product]);
      await house.sql(`UPDATE answers SET created_at = created_at + interval '2 hours'`);
      const [asker, staff] = [await house.member(), await house.member({ role: 'EMPLOYEE' })];
      const topic = await house.routed(asker, { productIds: [product] });
      const open2 = async (user: TestUser): Promise<object[]> =>
        (await user.ask<{ escalations: { nodes: object[] } }>(ESCALATIONS, { id: house.community.id })).escalations
          .nodes;
      await house.round();
      expect(await open2(staff)).toEqual([]);
      await house.sql(`UPDATE topic_routes SET escalates_at = now() WHERE topic_id = $1`, topic);
      await Promise.all([house.round(), house.round(), house.round()]);
      const [escalation] = await open2(staff);
      expect(escalation).toMatchObject({ topic: { id: topic }, peerWindowAnswers: 3, askedCount: 1 });
      const { peerWindowSeconds } = escalation as { peerWindowSeconds: number };
      // Between what three answers say and the day that holds where nothing is known.
      expect(peerWindowSeconds).toBeGreaterThan(7_200);
      expect(peerWindowSeconds).toBeLessThan(86_400);
      expect(await house.sql(`SELECT FROM domain_events WHERE type = 'topic.escalated'`)).toHaveLength(1);
      expect(await asker.codeOf(ESCALATIONS, { id: house.community.id })).toBe('FORBIDDEN');
      await house.say.answer(await house.member(), topic);
      expect(await open2(staff)).toEqual([]);
    });
  });

  it('tells of asks what may be told, and nowhere how likely or when somebody answers', async () => {
    const { __schema } = await app.stranger.ask<{
      __schema: { types: { name: string; fields: { name: string }[] | null }[] };
    }>('{ __schema { types { name fields { name } } } }');
    const fieldsOf = (type: string): string[] | undefined =>
      __schema.types.find(({ name }) => name === type)?.fields?.map(({ name }) => name);
    expect(fieldsOf('AskedPerson')?.toSorted()).toEqual(['askedAt', 'member', 'why']);
    const all = __schema.types.flatMap(({ fields }) => fields?.map(({ name }) => name) ?? []);
    expect(
      all.filter((name) => /chance|probability|likelihood|availab|lastReply|lastSeen|isHere|online/i.test(name)),
    ).toEqual(['lastSeenAt']);
    const house = await open();
    const kept = await house.sql<{ name: string }>(
      `SELECT column_name::text AS name FROM information_schema.columns
       WHERE table_name IN ('topic_asks', 'topic_routes', 'ask_days') AND data_type IN ('real', 'double precision', 'numeric')`,
    );
    expect(kept).toEqual([]);
  });

  it('takes as many statements in a large community as in a small one', async () => {
    const counts: number[] = [];
    const rounds: number[] = [];
    for (const helpers of [1, 12]) {
      const house = await open();
      for (let i = 0; i < helpers; i++) await house.helper(2);
      await house.routed(await house.member());
      const topic = await house.say.ask(await house.member());
      counts.push((await statementsOf(() => house.route(topic))).length);
      await house.sql(
        `WITH long_ago AS (UPDATE topic_asks SET created_at = created_at - interval '1 day')
         UPDATE topic_routes SET again_at = now() - interval '1 minute'`,
      );
      rounds.push((await statementsOf(() => house.round())).length);
    }
    expect(rounds[1]).toBeLessThanOrEqual(rounds[0] ?? 0);
    expect(rounds[0]).toBeLessThanOrEqual(25);
    expect(counts[1]).toBeLessThanOrEqual(counts[0] ?? 0);
    expect(counts[0]).toBeLessThanOrEqual(25);
  });
});
