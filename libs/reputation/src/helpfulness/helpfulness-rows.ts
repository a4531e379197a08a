import type { HelpMemory } from './help-memory';
import type { HelpScope, HelpSums } from './help-sums';
import type { SolvedEvidence } from './solved-evidence';

/** One row of the table, without its community. */
export interface HelpfulnessValues extends HelpSums {
  readonly memberId: string;
  readonly scope: HelpScope;
  readonly scopeId: string;
  readonly threads: number;
  readonly questions: number;
  readonly people: number;
  /** Milliseconds since 1970; null where nothing was solved. */
  readonly lastAt: number | null;
}

/** What is kept, member by member. @param ofAll the key under which the sums of all the community stand */
export function* helpfulnessRows(
  memory: HelpMemory,
  evidence: SolvedEvidence,
  { now, ofAll }: { readonly now: number; readonly ofAll: string },
): Generator<HelpfulnessValues> {
  for (const memberId of memory.members()) {
    const { community, products, tags } = memory.sumsOf(memberId, now);
    const nothing = { questions: 0, people: 0, lastAt: null };
    yield { memberId, scope: 'COMMUNITY', scopeId: ofAll, ...community, ...nothing };
    for (const [scope, places] of [
      ['PRODUCT', products],
      ['TAG', tags],
    ] as const)
      for (const [scopeId, sums] of places)
        yield { memberId, scope, scopeId, ...sums, ...(evidence.of(memberId, scopeId) ?? nothing) };
  }
}
