import { join } from 'node:path';
import { CommunityExport } from '@app/interchange';
import * as fc from 'fast-check';
import { NOT_EXPORTED } from '../libs/interchange/src/exporting/exported-kinds';
import { counterDrift } from './support/counter-drift';
import { importFolder } from './support/interchange/import-folder';
import { differences, tenantRows } from './support/interchange/tenant-rows';
import { living, MEMBERS, seeds, take } from './support/merge-steps';
import { MergeWorld } from './support/merge-world';
import { temporaryFolder } from './support/temporary-folder';
import { TestApp } from './support/test-app';

describe('merges that move', () => {
  let house: TestApp;

  beforeAll(async () => {
    house = await TestApp.start();
  });
  afterAll(() => house.stop());

  it('are the same elsewhere, whatever was merged into what and taken apart again', async () => {
    const steps = fc.array(living, { minLength: 6, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(seeds, steps, async (start, does) => {
        const world = await MergeWorld.build(house, start, MEMBERS);
        await world.sql(
          `INSERT INTO domain_events (community_id, id, type, subject_id, data) SELECT id, gen_random_uuid(), 'community.founded', id, '{}'
           FROM communities WHERE slug = $1`,
          [world.slug],
        );
        for (const step of does) await take(house, world, step);
        const { ownerUrl } = house.database;
        const folder = join(temporaryFolder(), 'export');
        await CommunityExport.run({ ownerUrl, slug: world.slug, folder });
        const { communityId, rejects } = await importFolder(ownerUrl, folder, `${world.slug}-moved`);
        expect(rejects).toEqual([]);
        const [here, there] = await Promise.all(
          [world.key, communityId].map((key) => tenantRows(house.founder, key, Object.keys(NOT_EXPORTED))),
        );
        expect(differences(here ?? {}, there ?? {})).toEqual({});
        expect(await counterDrift(house.founder, communityId)).toEqual([]);
      }),
      { numRuns: 8, seed: 20_100_403, endOnFailure: true },
    );
  }, 180_000);
});
