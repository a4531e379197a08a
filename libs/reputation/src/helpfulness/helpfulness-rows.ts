import type { HelpMemory } from './help-memory';
import type { HelpScope, HelpSums } from './help-sums';

/** One row of the table, without its community. */
export interface HelpfulnessValues extends HelpSums {
  readonly memberId: string;
  readonly scope: HelpScope;
  readonly scopeId: string;
}

/** What is kept, member by member. @param ofAll the key under which the sums of all the community stand */
export function* helpfulnessRows(
  memory: HelpMemory,
  { now, ofAll }: { readonly now: number; readonly ofAll: string },
): Generator<HelpfulnessValues> {
  for (const memberId of memory.members()) {
    const { community, products, tags } = memory.sumsOf(memberId, now);
    yield { memberId, scope: 'COMMUNITY', scopeId: ofAll, ...community };
    for (const [scopeId, sums] of products) yield { memberId, scope: 'PRODUCT', scopeId, ...sums };
    for (const [scopeId, sums] of tags) yield { memberId, scope: 'TAG', scopeId, ...sums };
  }
}
