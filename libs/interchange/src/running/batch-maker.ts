import type { ContentPool } from '../content/content.pool';
import type { ConvertedText } from '../content/convert-text';
import type { Text } from '../format/record-parts';
import type { NamedCount } from '../loading/import-outcome';
import type { Reject } from '../loading/reject';
import { stageRecord } from '../loading/stage-record';
import type { StagedRow } from '../loading/staged-row';
import type { StagedBatch } from '../loading/staging';
import { AS_IT_WAS, textOf } from '../loading/text-of';
import type { Found, Place } from '../sources/source';
import type { FoundBatch } from './found-batches';

/** A batch that can be kept, and the places of texts in it that read differently than in the source. */
export interface MadeBatch extends StagedBatch {
  readonly differing: readonly Place[];
}

/** Makes of what was found what is staged: texts converted, records checked. */
export class BatchMaker {
  constructor(
    private readonly pool: ContentPool,
    private readonly origin: string,
  ) {}

  async make({ found, position }: FoundBatch): Promise<MadeBatch> {
    const texts = found.map((thing) => ('record' in thing ? textOf(thing.record) : null));
    const shown = texts.flatMap((text, index) => (text && !storedAsItIs(found[index], text) ? [text] : []));
    const converted = (await this.pool.convert(shown)).values();
    const rows: StagedRow[] = [];
    const rejects: Reject[] = [];
    const differing: Place[] = [];
    for (const [index, thing] of found.entries()) {
      const text = texts[index];
      const content = text ? (storedAsItIs(thing, text) ?? converted.next().value ?? null) : null;
      if (content && 'differs' in content && content.differs) differing.push(thing.at);
      const made = this.made(thing, content);
      if (made && 'line' in made) rows.push(made);
      else if (made) rejects.push(made);
    }
    return { rows, rejects, leftOut: leftOutOf(found), position, differing };
  }

  private made(thing: Found, content: ConvertedText | null): StagedRow | Reject | null {
    const { at } = thing;
    if ('leftOut' in thing) return null;
    if ('fault' in thing) return { at, reason: thing.fault, ...named(thing.externalId) };
    const externalId = 'externalId' in thing.record ? thing.record.externalId : undefined;
    if (content && 'fault' in content) return { at, reason: content.fault, ...named(externalId) };
    const row = stageRecord(thing.record, content, at, this.origin);
    return 'fault' in row ? { at, reason: row.fault, ...named(externalId) } : row;
  }
}

/** Of what posts and articles have said before, only the Markdown is kept: there is nothing to render where that is what it is. */
function storedAsItIs(thing: Found | undefined, { text, format }: Text): ConvertedText | null {
  if (!thing || !('record' in thing) || !AS_IT_WAS.has(thing.record.kind) || format === 'HTML') return null;
  return { markdown: text.replaceAll('\0', '').toWellFormed(), html: '', differs: false };
}

/** Records come from files that people edit: what is no text is no external id. */
function named(externalId: unknown): { externalId?: string } {
  return typeof externalId === 'string' ? { externalId } : {};
}

function leftOutOf(found: readonly Found[]): NamedCount[] {
  const counts = new Map<string, number>();
  for (const thing of found) {
    if ('leftOut' in thing) counts.set(thing.leftOut, (counts.get(thing.leftOut) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}
