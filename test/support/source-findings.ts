import type { InterchangeRecord, RecordKind } from '../../libs/interchange/src/format/interchange-record';
import type { Found, Source } from '../../libs/interchange/src/sources/source';

/** All that a source gives, by what it is. */
export class SourceFindings {
  private constructor(readonly all: readonly Found[]) {}

  static async source(source: Source): Promise<SourceFindings> {
    await source.files();
    const all: Found[] = [];
    for await (const found of source.records()) all.push(found);
    return new SourceFindings(all);
  }

  static list(all: readonly Found[]): SourceFindings {
    return new SourceFindings(all);
  }

  records<K extends RecordKind>(kind: K): Extract<InterchangeRecord, { kind: K }>[] {
    return this.all.flatMap((found) =>
      'record' in found && found.record.kind === kind ? [found.record as Extract<InterchangeRecord, { kind: K }>] : [],
    );
  }

  /** The record of this kind and external id. */
  one<K extends RecordKind>(kind: K, externalId: string): Extract<InterchangeRecord, { kind: K }> | undefined {
    return this.records(kind).find((record) => 'externalId' in record && record.externalId === externalId);
  }

  /** Reasons with the external ids and places they are told of. */
  get faults(): string[] {
    return this.all.flatMap((found) =>
      'fault' in found ? [`${found.at.file}:${found.at.line} ${found.externalId ?? ''}: ${found.fault}`] : [],
    );
  }

  /** How often what was left out. */
  get leftOut(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const found of this.all) if ('leftOut' in found) counts[found.leftOut] = (counts[found.leftOut] ?? 0) + 1;
    return counts;
  }

  /** Old paths with the kinds and ids of what they lead to. */
  get redirects(): Record<string, string> {
    return Object.fromEntries(
      this.records('redirect').map(({ path, to }) => [path, Object.entries(to).flat().join(' ')]),
    );
  }
}
