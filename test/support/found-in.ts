import type { InterchangeRecord, RecordKind } from '../../libs/interchange/src/format/interchange-record';
import type { Source } from '../../libs/interchange/src/sources/source';

/** Everything that a source gives, sorted into what it is. For sources that fit into memory. */
export class FoundIn {
  readonly records: InterchangeRecord[] = [];
  /** `Posts.xml:3: The field …` */
  readonly faults: string[] = [];
  readonly leftOut: Record<string, number> = {};

  static async all(source: Source): Promise<FoundIn> {
    const found = new FoundIn();
    await source.files();
    for await (const one of source.records()) {
      if ('record' in one) found.records.push(one.record);
      else if ('fault' in one) {
        const id = one.externalId === undefined ? '' : ` (${one.externalId})`;
        found.faults.push(`${one.at.file}:${one.at.line}: ${one.fault}${id}`);
      } else found.leftOut[one.leftOut] = (found.leftOut[one.leftOut] ?? 0) + 1;
    }
    return found;
  }

  of<K extends RecordKind>(kind: K): Extract<InterchangeRecord, { kind: K }>[] {
    return this.records.filter((record): record is Extract<InterchangeRecord, { kind: K }> => record.kind === kind);
  }

  /** How many records of each kind there are. */
  get counts(): Partial<Record<RecordKind, number>> {
    const counts: Partial<Record<RecordKind, number>> = {};
    for (const { kind } of this.records) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }
}
