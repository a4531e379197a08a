import { setTimeout as pause } from 'node:timers/promises';
import { Environment, type Running } from '@app/environment';
import { Reader } from '@app/database';
import { AsksTidying } from '@app/superfans';
import type { Sql } from 'sql-template-tag';
import { OWN_DATA } from '../../libs/interchange/src/member-exports/own-data';
import { startWorker } from '../../apps/worker/src/start-worker';
import { RoutingFeed } from '../../libs/superfans/src/asks/serving/routing-feed';
import { LiveMemory } from '../../libs/superfans/src/asks/serving/live-memory';
import type { RoutingMind } from '../../libs/superfans/src/asks/serving/routing-mind';
import { routePlainly } from '../support/asks/plain-mind';
import { RoutingHouse } from '../support/asks/routing-house';
import { keyOf } from '../support/backstage';
import { tablesWith } from '../support/canaries';
import { importRecords } from '../support/import-records';
import { mutation } from '../support/mutation';
import { SAMPLE_RECORDS } from '../support/sample-records';
import { TestApp } from '../support/test-app';

/** A mind that is told, and says nothing. */
const SILENT: RoutingMind = {
  record: {
    asked: () => undefined,
    replied: () => undefined,
    askMade: () => undefined,
    askPassed: () => undefined,
    forget: () => undefined,
  },
  ranker: { rank: () => [] },
  assignment: { decide: () => [] },
};
const ROUTES = 'SELECT FROM topic_routes WHERE topic_id = $1';

describe('routing', () => {
  let app: TestApp;

  beforeAll(async () => {
    routePlainly();
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const open = async (): Promise<RoutingHouse> => new RoutingHouse(app, await app.founder.community());
  /** Looks again until there is something. */
  const until = async <T>(look: () => Promise<T[]>): Promise<T[]> => {
    for (let tries = 0; tries < 600; tries++) {
      const found = await look();
      if (found.length > 0) return found;
      await pause(50);
    }
    return [];
  };

  describe('by the worker', () => {
    let worker: Running;

    beforeAll(async () => {
      worker = await startWorker({
        environment: Environment.from({ NODE_ENV: 'test', LOG_LEVEL: 'error' }),
        urls: app.database,
      });
    });
    afterAll(() => worker.stop());

    it('asks people when a topic was asked, and others when they show that they are here', async () => {
      const house = await open();
      const helper = await house.helper();
      const topic = await house.say.ask(await house.member());
      expect(await until(() => house.asked(topic))).toEqual([keyOf(helper.memberId)]);

      const quiet = await open();
      const asker = await quiet.member();
      const [first, second] = [await quiet.say.ask(asker), await quiet.say.ask(asker)];
      await until(() => quiet.sql(`${ROUTES} AND rounds > 0`, second));
      expect(await quiet.asked(first)).toEqual([]);
      const reader = await quiet.member();
      await quiet.say.answer(reader, second);
      expect(await until(() => quiet.asked(first))).toEqual([keyOf(reader.memberId)]);
    });
  });

  it('follows what is said between two topics, in each process by itself', async () => {
    const house = await open();
    const asker = await house.member();
    expect(await house.asked(await house.routed(asker))).toEqual([]);
    const helper = await house.helper(1);
    const topic = await house.routed(asker);
    expect(await house.asked(topic)).toEqual([keyOf(helper.memberId)]);
    await house.say.answer(helper, topic);
    expect(await house.sql(`${ROUTES} AND ended_at IS NULL`, topic)).toHaveLength(1);
    await house.round();
    expect(await house.sql(`${ROUTES} AND ended_at IS NULL`, topic)).toEqual([]);
    expect(await house.sql(`${ROUTES} AND ended_at IS NOT NULL`, topic)).toHaveLength(1);
  });

  it('begins again where the answer of a topic is gone and it is asked anew, and asks nobody twice', async () => {
    const house = await open();
    const helper = await house.helper();
    const topic = await house.routed(await house.member());
    const answer = await house.say.answer(helper, topic);
    await house.round();
    await helper.ask(mutation('retractAnswer', 'id'), { input: { answerId: answer } });
    await house.route(topic);
    expect(await house.sql(`${ROUTES} AND ended_at IS NULL AND asked = 1`, topic)).toHaveLength(1);
    expect(await house.asked(topic)).toEqual([keyOf(helper.memberId)]);
  });

  it('does not begin with old topics when they change', async () => {
    const house = await open();
    await house.helper();
    const rep = await house.member({ role: 'REPRESENTATIVE' });
    const topic = await house.say.ask(rep, { kind: 'IDEA' });
    await house.sql(`UPDATE topics SET created_at = now() - interval '1 year' WHERE id = $1`, topic);
    await rep.ask(mutation('changeKind', 'id'), { input: { topicId: topic, version: 1, kind: 'QUESTION' } });
    const waiting = `SELECT FROM graphile_worker._private_jobs WHERE payload->>'topicId' = $1::text`;
    expect(await house.sql(waiting, topic)).toEqual([]);
    await house.route(topic);
    expect(await house.sql(ROUTES, topic)).toEqual([]);
  });

  it('does not begin with what is imported, and knows those who are', async () => {
    const createdAt = new Date(Date.now() - 60_000).toISOString();
    const fresh = { kind: 'topic', topicKind: 'QUESTION', author: '1', body: { text: 'So?' }, createdAt } as const;
    const { communityId } = await importRecords(
      [
        ...SAMPLE_RECORDS,
        { ...fresh, externalId: '98', title: 'New?' },
        { ...fresh, externalId: '99', title: 'Newer?' },
        { kind: 'answer', externalId: '97', topic: '98', author: '2', body: { text: 'So.' }, createdAt },
      ],
      { ownerUrl: app.database.ownerUrl, slug: 'moved-in' },
    );
    const jobs = `SELECT FROM graphile_worker._private_jobs WHERE payload->>'topicId' IS NOT NULL AND payload->>'communityId' = '${communityId}'`;
    expect(await app.founder.sql(communityId, jobs)).toEqual([]);
    expect(await app.founder.sql(communityId, 'SELECT FROM topic_routes')).toEqual([]);
    const memory = new LiveMemory(communityId, app.app.get(RoutingFeed, { strict: false }), SILENT);
    await memory.catchUp();
    const repliers = await app.founder.sql<{ id: string }>(
      communityId,
      `SELECT DISTINCT author_id AS id FROM (SELECT author_id, created_at FROM answers UNION ALL
        SELECT author_id, created_at FROM comments) r WHERE created_at > now() - interval '180 days'`,
    );
    expect(repliers).toHaveLength(1);
    expect(new Set(memory.people())).toEqual(new Set(repliers.map(({ id }) => id)));
  });

  it('leaves nothing of those who are erased, and asks them no more', async () => {
    const house = await open();
    const [helper, admin, asker] = [await house.helper(), await house.member({ role: 'ADMIN' }), await house.member()];
    const topic = await house.routed(asker, { tags: ['light'] });
    const { topic: seen } = await asker.ask<{ topic: { tags: { id: string }[] } }>(
      'query ($id: ID!) { topic(id: $id) { tags { id } } }',
      { id: topic },
    );
    await helper.ask(mutation('updateRoutingPreferences'), {
      input: { communityId: house.community.id, asksPerDay: 9, mutedTagIds: [seen.tags[0]?.id] },
    });
    const mine = ['ask_days', 'muted_tags', 'routing_preferences', 'topic_asks'].map((table) => `public.${table}`);
    expect(await tablesWith(app.database, keyOf(helper.memberId))).toEqual(expect.arrayContaining(mine));
    await admin.ask(mutation('eraseMember', 'id'), { input: { memberId: helper.memberId, reason: 'They asked.' } });
    const left = await tablesWith(app.database, keyOf(helper.memberId));
    for (const table of mine) expect(left).not.toContain(table);
    expect(await house.asked(await house.routed(asker))).toEqual([]);
  });

  it('keeps no more of asks of long ago than is needed, and tells their owner of the others', async () => {
    const house = await open();
    const helper = await house.helper();
    const asker = await house.member();
    const [old, young] = [await house.routed(asker), await house.routed(asker)];
    await house.sql(`UPDATE topic_asks SET changed_at = now() - interval '500 days' WHERE topic_id = $1`, old);
    await house.sql(`INSERT INTO ask_days SELECT community_id, member_id, day - 8, asked FROM ask_days`);
    await app.app.get(AsksTidying, { strict: false }).tidy();
    expect(await house.sql('SELECT asked FROM ask_days')).toEqual([{ asked: 2 }]);
    expect((await house.asksOf(helper)).map(({ topic }) => topic?.id)).toEqual([young]);
    const owner = { communityId: house.community.key, memberId: keyOf(helper.memberId), userId: '' };
    const section = OWN_DATA.find(({ kind }) => kind === 'ask');
    const told = await app.app.get(Reader).rows(house.community.key, section?.rows(owner) as Sql);
    expect(told).toMatchObject([{ topicId: keyOf(young), decision: null }]);
  });

  it('asks nobody who opted out at the same moment', async () => {
    const house = await open();
    const helper = await house.helper();
    await helper.ask(mutation('updateRoutingPreferences'), {
      input: { communityId: house.community.id, asksPerDay: 20 },
    });
    const asker = await house.member();
    const topics = await Promise.all(Array.from({ length: 12 }, () => house.say.ask(asker)));
    const out = { communityId: house.community.id, hasOptedOut: true };
    const routed = topics.map((topic, i) => pause(i * 15).then(() => house.route(topic)));
    await pause(60);
    await helper.ask(mutation('updateRoutingPreferences'), { input: out });
    const [{ now } = { now: new Date() }] = await house.sql<{ now: Date }>('SELECT clock_timestamp() AS now');
    await Promise.all(routed);
    const late = await house.sql<{ at: Date }>('SELECT changed_at AS at FROM topic_asks');
    expect(late.filter(({ at }) => at > now)).toEqual([]);
    expect(await house.asked(await house.routed(asker))).toEqual([]);
  });
});
