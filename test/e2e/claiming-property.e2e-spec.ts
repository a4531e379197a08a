import { TopicMergingService, TopicUnmergingService } from '@app/community';
import { Transactor } from '@app/database';
import { MEMBER_COLUMNS } from '@app/interchange';
import { DomainError } from '@app/kernel';
import * as fc from 'fast-check';
import { MemberMerge } from '../../libs/interchange/src/claiming/member-merge';
import { MergeWorld, type TopicSeed } from '../support/merge-world';
import { TestApp } from '../support/test-app';

const TOPICS = 5;
const MEMBERS = 6;
const topic = fc.nat(TOPICS - 1);
const member = fc.nat(MEMBERS - 1);

const seeds: fc.Arbitrary<TopicSeed[]> = fc.array(
  fc.record({
    meToos: fc.array(member, { maxLength: 6 }),
    followers: fc.array(member, { maxLength: 6 }),
    base: fc.nat(3),
    complete: fc.boolean(),
    answers: fc.array(fc.record({ author: member, solved: fc.boolean(), starred: fc.boolean() }), { maxLength: 4 }),
    official: fc.nat(3),
    remarks: fc.array(fc.record({ author: member, answer: fc.nat(3) }), { maxLength: 3 }),
  }),
  { minLength: TOPICS, maxLength: TOPICS },
);
const joins = fc.array(fc.record({ topic, into: topic }), { maxLength: 5 });
const pair = fc.record({ from: member, to: member }).filter(({ from, to }) => from !== to && from !== 0);

describe('two members who become one', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await TestApp.start();
  });
  afterAll(() => house.stop());

  async function tried(change: Promise<unknown>): Promise<void> {
    await change.catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    });
  }

  async function becomeOne(world: MergeWorld, from: string, to: string): Promise<void> {
    const pairOf = { communityId: world.staff.communityId, from, to };
    const merging = house.app.get(MemberMerge);
    await house.app.get(Transactor).run(pairOf.communityId, async (tx) => {
      await merging.lock(tx, pairOf);
      await merging.merge(tx, { ...world.staff, memberId: to, role: 'ADMIN', joinedAt: new Date(0) }, pairOf);
    });
  }

  /** Where one is still named, but for what is left of them. */
  async function namedIn(world: MergeWorld, id: string): Promise<string[]> {
    const found = await Promise.all(
      Object.entries(MEMBER_COLUMNS).map(async ([place, what]) => {
        if (what === 'KEEP') return [];
        const [table, column] = place.split('.');
        const rows = await world.sql(`SELECT 1 AS n FROM ${table} WHERE ${column} = $1 LIMIT 1`, [id]);
        return rows.length > 0 ? [place] : [];
      }),
    );
    return found.flat();
  }

  it('are counted once each, whatever both wrote, marked and followed, and however topics are merged before and parted after', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, joins, pair, async (start, merges, { from, to }) => {
        const world = await MergeWorld.build(house, start, MEMBERS);
        for (const { topic: n, into } of merges) {
          const input = { topicId: world.topics[n] ?? '', intoId: world.topics[into] ?? '' };
          await tried(house.app.get(TopicMergingService).merge(world.staff, input));
        }
        await world.sql(
          `INSERT INTO follows (community_id, id, member_id, person_id, reason)
           SELECT a.community_id, gen_random_uuid(), a.id, b.id, 'CHOSE' FROM members a JOIN members b ON b.id <> a.id
           WHERE ascii(right(a.id::text, 1)) % 2 = ascii(right(b.id::text, 1)) % 2`,
        );
        await world.sql(
          'UPDATE members m SET follower_count = (SELECT count(*) FROM follows f WHERE f.person_id = m.id)',
        );
        await becomeOne(world, world.members[from] ?? '', world.members[to] ?? '');
        expect(await namedIn(world, world.members[from] ?? '')).toEqual([]);
        expect(await world.faults()).toEqual([]);
        expect(await world.miscounted()).toEqual([]);
        const own =
          'SELECT s.answer_id FROM stars s JOIN answers a ON a.id = s.answer_id WHERE s.member_id = $1 AND a.author_id = $1';
        expect(await world.sql(own, [world.members[to]])).toEqual([]);
        for (const topicId of world.topics) {
          await tried(house.app.get(TopicUnmergingService).unmerge(world.staff, topicId));
          expect(await world.faults()).toEqual([]);
        }
        expect(await world.strayed()).toEqual([]);
      }),
      { numRuns: 25, seed: 20_100_403 },
    );
  }, 180_000);

  it('are looked for in every column that names a member', async () => {
    const world = await MergeWorld.build(house, [], 1);
    const named = await world.sql<{ place: string }>(
      `SELECT c.relname || '.' || a.attname AS place FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
       WHERE k.contype = 'f' AND k.confrelid = 'members'::regclass AND a.attname <> 'community_id' ORDER BY 1`,
    );
    expect(named.map(({ place }) => place)).toEqual(Object.keys(MEMBER_COLUMNS).toSorted());
  });
});
