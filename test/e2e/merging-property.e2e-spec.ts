import { AnswerWritingService, TopicMergingService, TopicUnmergingService } from '@app/community';
import { DomainError } from '@app/kernel';
import * as fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { MergeWorld, type TopicSeed } from '../support/merge-world';
import { TestApp } from '../support/test-app';

const TOPICS = 6;
const MEMBERS = 8;

const topic = fc.nat(TOPICS - 1);
const member = fc.nat(MEMBERS - 1);

const seeds: fc.Arbitrary<TopicSeed[]> = fc.array(
  fc.record({
    meToos: fc.array(member, { maxLength: 5 }),
    followers: fc.array(member, { maxLength: 5 }),
    base: fc.nat(3),
    complete: fc.boolean(),
    answers: fc.array(fc.record({ author: member, solved: fc.boolean(), starred: fc.boolean() }), { maxLength: 3 }),
    official: fc.nat(3),
    remarks: fc.array(fc.record({ author: member, answer: fc.nat(3) }), { maxLength: 3 }),
  }),
  { minLength: TOPICS, maxLength: TOPICS },
);

type Step =
  | { readonly does: 'merge'; readonly topic: number; readonly into: number }
  | { readonly does: 'unmerge'; readonly topic: number }
  | { readonly does: 'answer' | 'meToo' | 'takeBack'; readonly topic: number; readonly member: number };

const merging: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('merge' as const), topic, into: topic }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('unmerge' as const), topic }) },
);
const living: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: merging },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('answer' as const, 'meToo' as const, 'takeBack' as const),
      topic,
      member,
    }),
  },
);

describe('merging and its undoing', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await TestApp.start();
  });
  afterAll(() => house.stop());

  /** Refusals are fine here; that they leave everything as it was shows in the rows. */
  async function tried(change: Promise<unknown>): Promise<boolean> {
    try {
      await change;
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  async function take(world: MergeWorld, step: Step): Promise<void> {
    const topicId = world.topics[step.topic] ?? '';
    if (step.does === 'merge') {
      const intoId = world.topics[step.into] ?? '';
      await tried(house.app.get(TopicMergingService).merge(world.staff, { topicId, intoId }));
    } else if (step.does === 'unmerge') {
      await tried(house.app.get(TopicUnmergingService).unmerge(world.staff, topicId));
    } else if (step.does === 'answer') {
      const viewer = await world.viewer(step.member);
      await tried(
        house.app.get(AnswerWritingService).answer(viewer, { topicId, body: topicId, idempotencyKey: randomUUID() }),
      );
    } else {
      await world.changeMeToo(topicId, step.member, step.does);
    }
  }

  /** Undoes what is merged, in an order that the seed of the run decides. */
  async function undoAll(world: MergeWorld, order: readonly number[]): Promise<void> {
    for (const n of order) {
      await take(world, { does: 'unmerge', topic: n });
      expect(await world.faults()).toEqual([]);
    }
    expect(await world.sql('SELECT id FROM topics WHERE merged_into_id IS NOT NULL')).toEqual([]);
  }

  const order = fc.shuffledSubarray([...Array(TOPICS).keys()], { minLength: TOPICS });

  it('counts each person once at every step, and brings every row back', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.array(merging, { minLength: 4, maxLength: 14 }), order, async (start, steps, back) => {
        const world = await MergeWorld.build(house, start, MEMBERS);
        const before = await world.rows();
        for (const step of steps) {
          await take(world, step);
          expect(await world.faults()).toEqual([]);
          expect(await world.miscounted()).toEqual([]);
          expect(await world.withoutOfficial()).toEqual([]);
        }
        await undoAll(world, back);
        expect(await world.rows()).toEqual(before);
      }),
      { numRuns: 15, seed: 20_100_401 },
    );
  }, 180_000);

  it('leaves with the target what came after', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.array(living, { minLength: 6, maxLength: 16 }), order, async (start, steps, back) => {
        const world = await MergeWorld.build(house, start, MEMBERS);
        for (const step of steps) {
          await take(world, step);
          expect(await world.faults()).toEqual([]);
        }
        await undoAll(world, back);
        expect(await world.strayed()).toEqual([]);
      }),
      { numRuns: 15, seed: 20_100_402 },
    );
  }, 180_000);
});
