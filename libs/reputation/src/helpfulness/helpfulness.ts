import { NO_SUMS, type HelpContext, type HelpSums, type MemberSums } from './help-sums';

/**
 * How much somebody's answers help in one context, compared with what stands beside them: 1 is as much as others, 2
 * twice as much. Nothing of it comes from having answered often: it only makes surer what is known.
 */
export interface Helpfulness {
  /** The most likely value. */
  readonly likely: number;
  /** What can be said with some certainty: it is what people are compared by. Below 0 where too little is known. */
  readonly least: number;
  /** What can be said with some certainty not to be exceeded. */
  readonly most: number;
}

/** Of whom nothing is known is taken to be like others, with the weight of so many expected stars. */
export const PRIOR = 3;
/** Standard errors on either side of the likely value. */
export const CAUTION = 2;

/**
 * From what was seen in all the community, once more from what of it was about these products, and once more from these
 * tags: where somebody never answered about a tag, what is known of the product speaks, and then the community.
 */
export function helpfulnessIn({ productIds, tagIds }: HelpContext, sums: MemberSums): Helpfulness {
  const parts = [sums.community, meanOf(productIds, sums.products), meanOf(tagIds, sums.tags)];
  const received = PRIOR + parts.reduce((sum, part) => sum + part.received, 0);
  const expected = PRIOR + parts.reduce((sum, part) => sum + part.expected, 0);
  const likely = received / expected;
  const doubt = CAUTION * Math.sqrt(likely / expected);
  return { likely, least: likely - doubt, most: likely + doubt };
}

/** A question with many tags is about each of them a little. */
function meanOf(ids: readonly string[], sums: ReadonlyMap<string, HelpSums>): Pick<HelpSums, 'received' | 'expected'> {
  if (ids.length === 0) return NO_SUMS;
  let received = 0;
  let expected = 0;
  for (const id of ids) {
    const known = sums.get(id) ?? NO_SUMS;
    received += known.received;
    expected += known.expected;
  }
  return { received: received / ids.length, expected: expected / ids.length };
}
