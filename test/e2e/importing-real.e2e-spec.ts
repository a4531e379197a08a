import { join } from 'node:path';
import { CommunityExport, StackExchangeSource } from '@app/interchange';
import { NOT_EXPORTED } from '../../libs/interchange/src/exporting/exported-kinds';
import { counterDrift } from '../support/counter-drift';
import { importFolder, importFrom, type Imported } from '../support/interchange/import-folder';
import { differences, tenantRows } from '../support/interchange/tenant-rows';
import { gunzipped, realData } from '../support/real-data';
import { temporaryFolder } from '../support/temporary-folder';
import { TestApp } from '../support/test-app';

const SECONDS = 1_000;
const folder = realData('beer-stackexchange');

/** Rows of a file that an expression matches, counted over its text. */
function count(file: string, row: RegExp): number {
  return gunzipped(`${folder}/${file}.xml.gz`).match(row)?.length ?? 0;
}

(folder ? describe : describe.skip)('a real site that moves here', () => {
  let house: TestApp;
  let beer: Imported;

  beforeAll(async () => {
    house = await TestApp.start();
    beer = await importFrom(house.database.ownerUrl, new StackExchangeSource(folder ?? ''), 'beer');
  }, 120 * SECONDS);
  afterAll(() => house.stop());

  it('is here with all that its files hold', async () => {
    const [rows] = await house.founder.sql(
      beer.communityId,
      `SELECT (SELECT count(*)::int FROM topics) AS topics, (SELECT count(*)::int FROM answers) AS answers,
         (SELECT count(*)::int FROM comments) AS comments, (SELECT count(*)::int FROM solved_marks) AS marks,
         (SELECT count(*)::int FROM tags) AS tags, (SELECT sum(view_count)::int FROM topics) AS views`,
    );
    const views = [...gunzipped(`${folder}/Posts.xml.gz`).matchAll(/ PostTypeId="1" .* ViewCount="(\d+)"/g)];
    expect(rows).toEqual({
      topics: count('Posts', / PostTypeId="1" /g),
      answers: count('Posts', / PostTypeId="2" /g),
      comments: count('Comments', /<row /g),
      marks: count('Posts', / AcceptedAnswerId="/g),
      tags: count('Tags', /<row /g),
      views: views.reduce((sum, [, seen]) => sum + Number(seen), 0),
    });
    expect(beer.rejected).toEqual([]);
    expect(await counterDrift(house.founder, beer.communityId)).toEqual([]);
  });

  it(
    'moves on under another name, and is the same',
    async () => {
      const path = join(temporaryFolder(), 'export');
      await CommunityExport.run({ ownerUrl: house.database.ownerUrl, slug: 'beer', folder: path });
      const moved = await importFolder(house.database.ownerUrl, path, 'ale');
      expect(moved.rejects).toEqual([]);
      const without = Object.keys(NOT_EXPORTED);
      const [here, there] = [beer.communityId, moved.communityId].map((key) => tenantRows(house.founder, key, without));
      expect(differences((await here) ?? {}, (await there) ?? {})).toEqual({});
    },
    120 * SECONDS,
  );
});
