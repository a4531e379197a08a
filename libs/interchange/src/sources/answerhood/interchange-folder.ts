import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { RECORD_FILES, type RecordKind } from '../../format/interchange-record';
import { linesOfNdjson } from '../../reading/lines-of-ndjson';
import { SourceFolder } from '../../reading/source-folder';
import type { SourceText } from '../../reading/source-text';
import { SourceFault } from '../source.fault';
import { isObject } from './known-keys';

const FILES = Object.entries(RECORD_FILES) as readonly [RecordKind, string][];
const VERSION = 1;
const FIRST_LINE = '{"kind":"community","format":"answerhood","version":1}';

/** A folder of the interchange format: which of its files are there, and that it is one. */
export class InterchangeFolder {
  private constructor(
    private readonly folder: SourceFolder,
    /** In the order of the format. */
    readonly texts: readonly (readonly [RecordKind, SourceText])[],
    /** Names of files that belong to no kind. */
    readonly others: readonly string[],
  ) {}

  /** @throws SourceFault where it is no folder of the format, of another version of it, or has a file twice */
  static async open(path: string): Promise<InterchangeFolder> {
    const folder = await SourceFolder.at(path);
    const names = await readdir(path, { withFileTypes: true }).catch(() => {
      throw new SourceFault({ file: path }, `It is a file. Name the folder that has ${RECORD_FILES.community} in it.`);
    });
    const found = names.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    const twice = found.find((name) => found.includes(`${name}.gz`));
    if (twice) throw new SourceFault({ file: twice }, 'It is there plain and gzipped. Remove one of the two.');
    const texts: [RecordKind, SourceText][] = [];
    for (const [kind, file] of FILES) {
      const text = await folder.find(file);
      if (text) texts.push([kind, text]);
    }
    const ours = new Set(texts.map(([, text]) => basename(text.file.path)));
    const opened = new InterchangeFolder(folder, texts, found.filter((name) => !ours.has(name)).toSorted());
    await opened.checkVersion();
    return opened;
  }

  /** How much has been read of all its files, from 0 to 1. */
  progress(): number {
    return this.folder.progress();
  }

  private async checkVersion(): Promise<void> {
    const [first] = this.texts;
    if (first?.[0] !== 'community') {
      const file = RECORD_FILES.community;
      throw new SourceFault({ file }, `It is missing. It says what the folder is: write ${FIRST_LINE} into it.`);
    }
    const [, text] = first;
    for await (const line of linesOfNdjson(text)) {
      const at = { file: text.name, line: line.line };
      const record = 'value' in line && isObject(line.value) ? line.value : {};
      if (record.format !== 'answerhood') {
        throw new SourceFault(at, `It does not say what the folder is: it must begin with ${FIRST_LINE}.`);
      }
      if (record.version === VERSION) return;
      throw new SourceFault(
        at,
        `It is of version ${JSON.stringify(record.version) ?? '(none)'} of the format, and this is for version ${VERSION}. Import it with the version of Answerhood that is for it.`,
      );
    }
    throw new SourceFault({ file: text.name }, `It is empty: write ${FIRST_LINE} into it.`);
  }
}
