import type { InterchangeRecord, RecordKind } from '../../format/interchange-record';
import { linesOfNdjson } from '../../reading/lines-of-ndjson';
import type { SourceText } from '../../reading/source-text';
import type { Found, Place, Source, SourceFile } from '../source';
import { InterchangeFolder } from './interchange-folder';
import { isObject, unknownKeys } from './known-keys';

/** So many keys are named; a file that has its data in its keys must not fill the report. */
const NAMED_KEYS = 100;
/** Characters of a key that are named. */
const KEY_LENGTH = 60;

/** A folder of our own format: an export, or what somebody else's program, or a person, has written. */
export class AnswerhoodSource implements Source {
  readonly origin = 'answerhood';
  private opened: InterchangeFolder | null = null;
  private readonly named = new Set<string>();

  /** @param path of the folder */
  constructor(private readonly path: string) {}

  async files(): Promise<readonly SourceFile[]> {
    return (await this.open()).texts.map(([, text]) => text.file);
  }

  async *records(): AsyncGenerator<Found> {
    const folder = await this.open();
    for (const file of folder.others) yield { at: { file, line: 1 }, leftOut: 'files that the format does not have' };
    for (const [kind, text] of folder.texts) yield* this.recordsOf(kind, text);
  }

  progress(): number {
    return this.opened?.progress() ?? 0;
  }

  private async open(): Promise<InterchangeFolder> {
    this.opened ??= await InterchangeFolder.open(this.path);
    return this.opened;
  }

  private async *recordsOf(kind: RecordKind, text: SourceText): AsyncGenerator<Found> {
    let communities = 0;
    for await (const line of linesOfNdjson(text)) {
      const at = { file: text.name, line: line.line };
      const found = 'fault' in line ? { at, fault: line.fault } : recordOf(kind, line.value, at);
      if (!('record' in found)) yield found;
      else if (kind === 'community' && ++communities > 1) yield { at, fault: 'A folder has one community.' };
      else {
        yield* this.leftOut(kind, found.record, at);
        yield found;
      }
    }
  }

  private *leftOut(kind: RecordKind, record: object, at: Place): Generator<Found> {
    for (const key of unknownKeys(kind, record)) {
      const name = `unknown key "${key.slice(0, KEY_LENGTH)}" of ${kind}`;
      const known = this.named.has(name);
      if (!known && this.named.size >= NAMED_KEYS) yield { at, leftOut: 'other unknown keys' };
      else {
        if (!known) this.named.add(name);
        yield { at, leftOut: name };
      }
    }
  }
}

/** Every line of a file is of the kind that the file is for, and need not say so. */
function recordOf(
  kind: RecordKind,
  value: unknown,
  at: Place,
): Extract<Found, { record: unknown } | { fault: string }> {
  if (!isObject(value)) return { at, fault: 'The line is no JSON object.' };
  if (value.kind !== undefined && value.kind !== kind) {
    return { at, fault: `A record of another kind stands in the file for kind "${kind}".` };
  }
  // What its values are is checked when it is staged.
  return { at, record: { ...value, kind } as InterchangeRecord };
}
