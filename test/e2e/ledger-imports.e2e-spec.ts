import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CommunityExport } from '@app/interchange';
import { importRecords } from '../support/import-records';
import { importFolder } from '../support/interchange/import-folder';
import { ledgerDrift } from '../support/ledger-drift';
import { SAMPLE_RECORDS } from '../support/sample-records';
import { temporaryFolder } from '../support/temporary-folder';
import { TestApp } from '../support/test-app';

interface Row {
  readonly kind: string;
  readonly refusal: string | null;
  readonly n: number;
}

describe('the ledger of what is imported', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await TestApp.start();
  });
  afterAll(() => house.stop());

  const linesOf = (key: string): Promise<Row[]> =>
    house.founder.sql(
      key,
      `SELECT kind, refusal, count(*)::int AS n FROM reputation_entries WHERE community_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
      [key],
    );

  it('is written of its marks, and not a second time', async () => {
    const { ownerUrl } = house.database;
    const { communityId } = await importRecords(SAMPLE_RECORDS, { ownerUrl, slug: 'sample' });
    const first = await linesOf(communityId);
    expect(first).toEqual([
      { kind: 'OFFICIAL', refusal: 'SAME_PERSON', n: 1 },
      { kind: 'SOLVED', refusal: 'SAME_PERSON', n: 1 },
      { kind: 'STAR', refusal: null, n: 2 },
    ]);
    expect(await ledgerDrift(house.founder, communityId)).toEqual([]);
    await importRecords(SAMPLE_RECORDS, { ownerUrl, slug: 'sample', fingerprint: 'again' });
    expect(await linesOf(communityId)).toEqual(first);
  });

  it('is the one that an export brings along, or is made of the marks where it brings none', async () => {
    const { ownerUrl } = house.database;
    const { communityId } = await importRecords(SAMPLE_RECORDS, { ownerUrl, slug: 'moving' });
    await house.founder.sql(communityId, 'DELETE FROM stars WHERE community_id = $1', [communityId]);
    const folder = join(temporaryFolder(), 'export');
    await CommunityExport.run({ ownerUrl, slug: 'moving', folder, gzip: false });
    const moved = await importFolder(ownerUrl, folder, 'moved');
    expect(await linesOf(moved.communityId)).toEqual(await linesOf(communityId));
    rmSync(join(folder, 'reputation.ndjson'));
    const without = await importFolder(ownerUrl, folder, 'without');
    expect((await linesOf(without.communityId)).map(({ kind }) => kind)).toEqual(['OFFICIAL', 'SOLVED']);
    for (const key of [communityId, moved.communityId, without.communityId])
      expect(await ledgerDrift(house.founder, key)).toEqual([]);
  });
});
