import * as fc from 'fast-check';
import { living, MEMBERS, merging, seeds, take, TOPICS } from '../support/merge-steps';
import { MergeWorld } from '../support/merge-world';
import { TestApp } from '../support/test-app';

describe('merging and its undoing', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await TestApp.start();
  });
  afterAll(() => house.stop());

  /** Undoes what is merged, in an order that the seed of the run decides. */
  async function undoAll(world: MergeWorld, order: readonly number[]): Promise<void> {
    for (const n of order) {
      await take(house, world, { does: 'unmerge', topic: n });
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
          await take(house, world, step);
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
          await take(house, world, step);
          expect(await world.faults()).toEqual([]);
        }
        await undoAll(world, back);
        expect(await world.strayed()).toEqual([]);
      }),
      { numRuns: 15, seed: 20_100_402 },
    );
  }, 180_000);
});
