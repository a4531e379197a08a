import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SourceFile } from '../sources/source';
import { SourceFault } from '../sources/source.fault';
import { SourceText } from './source-text';

/** The files of a source: a folder, or one file alone. Counts what has been read of all that were opened. */
export class SourceFolder {
  private readonly opened = new Map<string, SourceText>();

  private constructor(
    private readonly path: string,
    private readonly only: string | null,
  ) {}

  /** A folder or a file. Throws {@link SourceFault} where there is none. */
  static async at(path: string): Promise<SourceFolder> {
    const found = await stat(path).catch(() => null);
    if (found === null) throw new SourceFault({ file: path }, 'There is no such file or folder.');
    return found.isDirectory() ? new SourceFolder(path, null) : new SourceFolder(dirname(path), basename(path));
  }

  /** The file of this name, or the one with `.gz` behind it; null where there is neither. */
  async find(name: string): Promise<SourceText | null> {
    for (const candidate of [name, `${name}.gz`]) {
      const known = this.opened.get(candidate);
      if (known) return known;
      if (this.only !== null && this.only !== candidate) continue;
      const text = await SourceText.open(join(this.path, candidate), candidate);
      if (text === null) continue;
      this.opened.set(candidate, text);
      return text;
    }
    return null;
  }

  /** The same, where an import cannot do without. */
  async need(name: string): Promise<SourceText> {
    const text = await this.find(name);
    if (text === null) {
      throw new SourceFault({ file: name }, `There is no such file in ${this.path}, nor ${basename(name)}.gz.`);
    }
    return text;
  }

  /** Names of files right in the folder that match, without `.gz`, in the order of their letters. */
  async names(matching: RegExp): Promise<string[]> {
    const all = this.only === null ? await readdir(this.path) : [this.only];
    const names = new Set(all.map((name) => name.replace(/\.gz$/, '')));
    return [...names].filter((name) => matching.test(name)).toSorted();
  }

  /** What has been opened. */
  files(): readonly SourceFile[] {
    return [...this.opened.values()].map((text) => text.file);
  }

  /** How much of what has been opened is read, from 0 to 1. */
  progress(): number {
    let bytes = 0;
    let read = 0;
    for (const text of this.opened.values()) {
      bytes += text.file.bytes;
      read += text.bytesRead;
    }
    return bytes === 0 ? 1 : read / bytes;
  }
}
