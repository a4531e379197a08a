import type { InterchangeRecord, RecordKind } from '../../libs/interchange/src/format/interchange-record';
import type { Found, Source } from '../../libs/interchange/src/sources/source';

/** Everything that a source gives, sorted into what it is. For sources that fit into memory. */
export class FoundIn {
  readonly records: InterchangeRecord[] = [];
  /** `Posts.xml:3: The field …` */
  readonly faults: string[] = [];
  readonly leftOut: Record<string, number> = {};

  static async all(source: Source): Promise<FoundIn> {
    const found = new FoundIn();
    await source.files();
    for await (const one of source.records()) found.add(one);
    return found;
  }

  static list(all: readonly Found[]): FoundIn {
    const found = new FoundIn();
    for (const one of all) found.add(one);
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

  /** The record of this kind and external id. */
  one<K extends RecordKind>(kind: K, externalId: string): Extract<InterchangeRecord, { kind: K }> | undefined {
    return this.of(kind).find((record) => 'externalId' in record && record.externalId === externalId);
  }

  /** Old paths with the kinds and ids of what they lead to. */
  get redirects(): Record<string, string> {
    return Object.fromEntries(this.of('redirect').map(({ path, to }) => [path, Object.entries(to).flat().join(' ')]));
  }

  private add(one: Found): void {
    if ('record' in one) this.records.push(one.record);
    else if ('fault' in one) {
      const id = one.externalId === undefined ? '' : ` (${one.externalId})`;
      this.faults.push(`${one.at.file}:${one.at.line}: ${one.fault}${id}`);
    } else this.leftOut[one.leftOut] = (this.leftOut[one.leftOut] ?? 0) + 1;
  }
}
