import { textOf } from '../loading/text-of';
import type { Found } from '../sources/source';

/** Enough to be worth a round to the database, and few enough to keep several in memory. */
const MOST_THINGS = 1_000;
const MOST_CHARACTERS = 400_000;

/** Some of what a reader has come to, in its order. */
export interface FoundBatch {
  readonly found: readonly Found[];
  /** How many things have been found in all when this batch ends. */
  readonly position: number;
}

/** Cuts what a source holds behind `position` into batches; ends early when the signal says so. */
export async function* foundBatches(
  things: AsyncIterable<Found>,
  position: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<FoundBatch> {
  let found: Found[] = [];
  let characters = 0;
  let reached = 0;
  for await (const thing of things) {
    if (signal?.aborted) return;
    reached++;
    if (reached <= position) continue;
    found.push(thing);
    if ('record' in thing) characters += textOf(thing.record)?.text.length ?? 0;
    if (found.length < MOST_THINGS && characters < MOST_CHARACTERS) continue;
    yield { found, position: reached };
    found = [];
    characters = 0;
  }
  if (found.length > 0) yield { found, position: reached };
}
