import { constants, createWriteStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StartFault } from '@app/environment';
import type { Reject } from '../loading/reject';

/** Sees to it that an import does not end with a list that cannot be written. @throws StartFault */
export async function checkRejectsFile(file: string): Promise<void> {
  const folder = dirname(resolve(file));
  if ((await stat(file).catch(() => null))?.isDirectory()) throw unwritable(file);
  await access(folder, constants.W_OK).catch(() => {
    throw unwritable(file);
  });
}

/** Writes what was not taken, a line of JSON for each; no file where there is nothing to write. */
export async function writeRejects(rejects: AsyncIterable<Reject>, file: string): Promise<number> {
  let count = 0;
  async function* lines(first: Reject, others: AsyncIterator<Reject>): AsyncGenerator<string> {
    for (let reject: Reject | undefined = first; reject;) {
      count++;
      yield lineOf(reject);
      const next = await others.next();
      reject = next.done ? undefined : next.value;
    }
  }
  const all = rejects[Symbol.asyncIterator]();
  const first = await all.next();
  if (first.done) return 0;
  try {
    await pipeline(Readable.from(lines(first.value, all)), createWriteStream(file));
  } catch (error) {
    if (!(error instanceof Error) || !('path' in error)) throw error;
    throw unwritable(file);
  }
  return count;
}

function unwritable(file: string): StartFault {
  return new StartFault(`${file} cannot be written: name another file with --rejects.`);
}

function lineOf({ at, reason, externalId }: Reject): string {
  return `${JSON.stringify({ file: at.file, line: at.line, reason, externalId })}\n`;
}
