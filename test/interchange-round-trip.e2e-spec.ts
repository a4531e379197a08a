import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommunityExport } from '@app/interchange';
import { NOT_EXPORTED } from '../libs/interchange/src/exporting/exported-kinds';
import { RECORD_FILES, type InterchangeRecord } from '../libs/interchange/src/format/interchange-record';
import { counterDrift } from './support/counter-drift';
import { Founder } from './support/founder';
import { importRecords } from './support/import-records';
import { importFolder, type Imported } from './support/interchange/import-folder';
import { ndjsonBlocks } from './support/interchange/ndjson-blocks';
import { RichCommunity } from './support/interchange/rich-community';
import { differences, peopleOf, tenantRows } from './support/interchange/tenant-rows';
import { ledgerDrift } from './support/ledger-drift';
import { temporaryFolder } from './support/temporary-folder';
import { TestApp } from './support/test-app';
import { TestDatabase } from './support/test-database';

const WITHOUT = Object.keys(NOT_EXPORTED);

describe('a community that moves', () => {
  let house: TestApp;
  let rich: RichCommunity;
  let folder: string;
  let moved: Imported;

  const exported = async (ownerUrl: string, slug: string, gzip = false): Promise<string> => {
    const path = join(temporaryFolder(), 'export');
    await CommunityExport.run({ ownerUrl, slug, folder: path, gzip });
    return path;
  };

  /** Whether two exports say the same, but for what the community is called in addresses. */
  const expectSame = (one: string, other: string, slug: string): void => {
    for (const file of Object.values(RECORD_FILES)) {
      const text = readFileSync(join(one, file), 'utf8').replace(`"slug":"${slug}"`, `"slug":"${rich.slug}"`);
      expect([file, text === readFileSync(join(other, file), 'utf8')]).toEqual([file, true]);
    }
  };

  beforeAll(async () => {
    house = await TestApp.start();
    rich = await RichCommunity.build(house);
    folder = await exported(house.database.ownerUrl, rich.slug);
    moved = await importFolder(house.database.ownerUrl, folder, 'moved');
  });
  afterAll(() => house.stop());

  it('leaves nothing behind', () => {
    expect([moved.rejects, moved.rejected, moved.leftOut]).toEqual([[], [], []]);
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
    expect(await ledgerDrift(house.founder, rich.id)).toEqual([]);
    expect(await ledgerDrift(house.founder, moved.communityId)).toEqual([]);
  });

  it('is exported as the same files', async () => {
    expectSame(await exported(house.database.ownerUrl, 'moved'), folder, 'moved');
  });

  it('stays as it is when it is imported again', async () => {
    const before = await tenantRows(house.founder, moved.communityId, []);
    const again = await importFolder(house.database.ownerUrl, folder, 'moved');
    expect(differences(before, await tenantRows(house.founder, moved.communityId, []))).toEqual({});
    const changed = Object.values(again.kinds).map(({ added, updated, kept }) => added + updated + kept);
    expect([again.rejects, changed.filter((count) => count > 0), again.founded]).toEqual([[], [], false]);
  });

  it('keeps its people by their addresses where nobody has an account, and goes on from there', async () => {
    const elsewhere = await TestDatabase.create();
    const theirs = new Founder(elsewhere.ownerUrl);
    try {
      const packed = await exported(house.database.ownerUrl, rich.slug, true);
      const { communityId, rejects } = await importFolder(elsewhere.ownerUrl, packed, 'abroad');
      expect(rejects).toEqual([]);
      const apart = [...WITHOUT, 'members', 'member_addresses'];
      const here = {
        ...(await tenantRows(house.founder, rich.id, apart)),
        people: await peopleOf(house.founder, rich.id),
      };
      const there = { ...(await tenantRows(theirs, communityId, apart)), people: await peopleOf(theirs, communityId) };
      expect(differences(here, there)).toEqual({});
      expect(await theirs.sql(communityId, 'SELECT id FROM members WHERE user_id IS NOT NULL')).toEqual([]);
      expect(await counterDrift(theirs, communityId)).toEqual([]);
      expectSame(await exported(elsewhere.ownerUrl, 'abroad'), folder, 'abroad');
    } finally {
      await theirs.stop();
      await elsewhere.drop();
    }
  });

  it('goes on knowing where it came from first, when that has grown', async () => {
    const { ownerUrl } = house.database;
    const at = (day: number): string => `2024-07-0${day}T00:00:00.000Z`;
    const topic = (externalId: string, text: string): InterchangeRecord => ({
      ...{ kind: 'topic', topicKind: 'QUESTION', externalId, title: `Topic ${externalId}`, author: null },
      ...{ body: { text }, createdAt: at(1) },
    });
    const first = [topic('1', 'One'), topic('2', 'Two'), topic('3', 'Three')];
    const { communityId: old } = await importRecords(first, { ownerUrl, slug: 'settled' });
    await house.founder.sql(old, `UPDATE topics SET body = 'Two, edited', version = 2 WHERE title = 'Topic 2'`);
    const { communityId } = await importFolder(ownerUrl, await exported(ownerUrl, 'settled'), 'resettled');

    const grown = [topic('1', 'One'), topic('2', 'Two, otherwise'), topic('3', 'Three, otherwise'), topic('4', 'Four')];
    const { kinds, rejects } = await importRecords(grown, { ownerUrl, slug: 'resettled', fingerprint: 'grown' });
    expect([kinds.topic, rejects]).toEqual([{ added: 1, updated: 1, unchanged: 1, kept: 1 }, []]);
    const bodies = await house.founder.sql<{ body: string }>(communityId, 'SELECT body FROM topics ORDER BY title');
    expect(bodies.map(({ body }) => body)).toEqual(['One', 'Two, edited', 'Three, otherwise', 'Four']);
    expect(await counterDrift(house.founder, communityId)).toEqual([]);
  });

  it('may be written by hand, as the documentation does it', async () => {
    const [community, ...others] = ndjsonBlocks(readFileSync('docs/interchange.md', 'utf8')).slice(0, 5);
    const byHand = temporaryFolder();
    const names = ['community', 'topics', 'answers', 'marks', 'votes'];
    for (const [index, records] of [community ?? [], ...others].entries()) {
      const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
      writeFileSync(join(byHand, `${names[index]}.ndjson`), text);
    }
    const { communityId: key, rejects, founded } = await importFolder(house.database.ownerUrl, byHand, 'kettles');
    expect([rejects, founded]).toEqual([[], true]);
    const rows = await house.founder.sql(
      key,
      `SELECT t.title, t.body, m.display_name AS author, t.resolved_by AS "resolvedBy", t.me_too_count AS "meToos",
         a.star_count AS stars, o.display_name AS by, c.body AS comment, p.name AS product, g.name AS tag
       FROM topics t JOIN members m ON m.id = t.author_id JOIN answers a ON a.topic_id = t.id JOIN members o ON o.id = a.author_id
         JOIN comments c ON c.topic_id = t.id AND c.author_id = t.author_id AND c.answer_id IS NULL
         JOIN topic_products tp ON tp.topic_id = t.id JOIN products p ON p.id = tp.product_id
         JOIN topic_tags tt ON tt.topic_id = t.id JOIN tags g ON g.id = tt.tag_id`,
    );
    expect(rows).toEqual([
      {
        title: 'Why does it whistle?',
        body: 'It **never** did.',
        author: 'Ann',
        resolvedBy: 'ASKER',
        meToos: 4,
        stars: 12,
        by: 'Ben',
        comment: 'That was it, thank you.',
        product: 'Kettle 2',
        tag: 'noise',
      },
    ]);
    expect(await counterDrift(house.founder, key)).toEqual([]);
  });
});
