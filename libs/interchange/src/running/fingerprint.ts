import { hash } from 'node:crypto';
import type { Source } from '../sources/source';

/** Changes with what conversion makes of a text, so that an import is not gone on with that another release began. */
const CONVERSION = 1;

/** What an interrupted import must find again to go on: the same files, read in the same way. */
export async function fingerprintOf(source: Source): Promise<string> {
  const files = await source.files();
  const named = files.map(({ path, bytes, changedAt }) => [path, bytes, changedAt]);
  return hash('sha256', JSON.stringify([CONVERSION, source.origin, source.baseUrl ?? null, named]));
}
