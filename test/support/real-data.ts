import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Real communities beside the checkout; they are no part of it. */
const FOLDER = join(__dirname, '../../../shared/data');

/** The folder of a real community; null, and a notice, where it is not there. */
export function realData(name: string): string | null {
  const folder = join(FOLDER, name);
  if (existsSync(folder)) return folder;
  process.stderr.write(`\nSKIPPED: the tests with real data, because ${folder} is not there.\n`);
  return null;
}

/** The text of a gzipped file, all at once. */
export function gunzipped(path: string): string {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
