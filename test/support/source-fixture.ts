import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { temporaryFolder } from './temporary-folder';

/** A folder of files that a test writes as some other system would have left them. */
export class SourceFixture {
  readonly path = temporaryFolder();

  /** Writes a file, and gives its path; a text whose name ends in `.gz` is gzipped. */
  write(name: string, content: string | Buffer): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, name.endsWith('.gz') && typeof content === 'string' ? gzipSync(content) : content);
    return path;
  }
}
