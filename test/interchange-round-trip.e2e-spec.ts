import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommunityExport } from '@app/interchange';
import { NOT_EXPORTED } from '../libs/interchange/src/exporting/exported-kinds';
import { RECORD_FILES } from '../libs/interchange/src/format/interchange-record';
import { counterDrift } from './support/counter-drift';
import { importFolder, type Imported } from './support/interchange/import-folder';
import { RichCommunity } from './support/interchange/rich-community';
import { differences, tenantRows } from './support/interchange/tenant-rows';
import { temporaryFolder } from './support/temporary-folder';
import { TestApp } from './support/test-app';

const WITHOUT = Object.keys(NOT_EXPORTED);

describe('a community that moves', () => {
  let house: TestApp;
  let rich: RichCommunity;
  let folder: string;
  let moved: Imported;

  const exported = async (slug: string): Promise<string> => {
    const path = join(temporaryFolder(), 'export');
    await CommunityExport.run({ ownerUrl: house.database.ownerUrl, slug, folder: path });
    return path;
  };

  beforeAll(async () => {
    house = await TestApp.start();
    rich = await RichCommunity.build(house);
    folder = await exported(rich.slug);
    moved = await importFolder(house.database.ownerUrl, folder, 'moved');
  });
  afterAll(() => house.stop());

  it('leaves nothing behind', () => {
    expect([moved.rejects, moved.rejected]).toEqual([[], []]);
  });

  it('is the same, row by row', async () => {
    const [here, there] = await Promise.all(
      [rich.id, moved.communityId].map((key) => tenantRows(house.founder, key, WITHOUT)),
    );
    expect(differences(here ?? {}, there ?? {})).toEqual({});
    const empty = Object.entries(there ?? {}).filter(([, rows]) => rows.length === 0);
    expect(empty).toEqual([]);
  });

  it('has exact counters', async () => {
    expect(await counterDrift(house.founder, rich.id)).toEqual([]);
    expect(await counterDrift(house.founder, moved.communityId)).toEqual([]);
  });

  it('is exported as the same files', async () => {
    const again = await exported('moved');
    for (const file of Object.values(RECORD_FILES)) {
      const text = readFileSync(join(again, file), 'utf8').replace('"slug":"moved"', `"slug":"${rich.slug}"`);
      expect(text === readFileSync(join(folder, file), 'utf8')).toBe(true);
    }
  });
});
