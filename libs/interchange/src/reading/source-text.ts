import { open, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import type { SourceFile } from '../sources/source';
import { SourceFault } from '../sources/source.fault';
import { decoded, NotUtf8 } from './decoded';
import { unpacked } from './unpacked';

/** Beginnings of files that are not text, and what to say of them. */
const OTHER_FILES: readonly (readonly [string, string])[] = [
  ['fffe', 'It is UTF-16. Convert it to UTF-8 first.'],
  ['feff', 'It is UTF-16. Convert it to UTF-8 first.'],
  ['377abcaf271c', 'It is a 7z archive. Unpack it first.'],
  ['504b0304', 'It is a zip archive (or a spreadsheet). Unpack it, or save it as CSV, first.'],
  ['28b52ffd', 'It is packed with zstd. Unpack it, or pack it with gzip, first.'],
  ['425a68', 'It is packed with bzip2. Unpack it, or pack it with gzip, first.'],
];

/** One file of a source, plain or gzipped, read as strict UTF-8. */
export class SourceText {
  private done = 0;

  private constructor(
    /** Relative to the folder of the source, as in {@link Place}. */
    readonly name: string,
    readonly file: SourceFile,
    private readonly gzipped: boolean,
  ) {}

  /** Null where there is no such file. Throws {@link SourceFault} where it is not what its name says. */
  static async open(path: string, name: string): Promise<SourceText | null> {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw new SourceFault({ file: name }, `It cannot be read (${error.code}).`);
    });
    if (found === null || !found.isFile()) return null;
    const start = await beginning(path, name);
    const gzipped = start.startsWith('1f8b');
    if (name.endsWith('.gz') && !gzipped) {
      throw new SourceFault({ file: name }, 'It is named .gz but is not a gzip file. Fetch it again, or rename it.');
    }
    const other = OTHER_FILES.find(([magic]) => start.startsWith(magic));
    if (other) throw new SourceFault({ file: name }, other[1]);
    return new SourceText(name, { path, bytes: found.size, changedAt: Math.trunc(found.mtimeMs) }, gzipped);
  }

  /** How many of its bytes have been read. */
  get bytesRead(): number {
    return this.done;
  }

  /**
   * Its text, in pieces of some hundred kilobytes.
   * @throws SourceFault after the last good text where the file breaks
   */
  async *chunks(): AsyncGenerator<string> {
    let line = 1;
    try {
      for await (const text of decoded(this.gzipped ? unpacked(this.bytes()) : this.bytes())) {
        yield text;
        line += lineEndsIn(text);
      }
    } catch (error) {
      throw this.faultOf(error, line);
    }
  }

  private async *bytes(): AsyncGenerator<Buffer> {
    let done = 0;
    for await (const chunk of createReadStream(this.file.path, { highWaterMark: 64 * 1024 })) {
      yield chunk;
      done += chunk.length;
      this.done = Math.max(this.done, done);
    }
  }

  private faultOf(error: unknown, line: number): unknown {
    if (error instanceof NotUtf8) {
      return new SourceFault({ file: this.name, line }, 'It is not UTF-8 from here on. Convert it to UTF-8 first.');
    }
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'Z_BUF_ERROR') {
      return new SourceFault({ file: this.name, line }, 'The gzip file ends in the middle. Fetch it again.');
    }
    if (typeof code === 'string' && code.startsWith('Z_')) {
      return new SourceFault({ file: this.name, line }, 'The gzip file is damaged from about here on. Fetch it again.');
    }
    return typeof code === 'string' && code.startsWith('E')
      ? new SourceFault({ file: this.name, line }, `It cannot be read on (${code}).`)
      : error;
  }
}

async function beginning(path: string, name: string): Promise<string> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new SourceFault({ file: name }, `It cannot be read (${error.code}).`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.toString('hex', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Line ends in a text. */
export function lineEndsIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
