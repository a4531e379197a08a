import sql from 'sql-template-tag';
import { faded, NO_SUMS, type HelpScope, type HelpSums, type MemberSums } from './help-sums';

/** The sums of a member in one place, as they were kept when helpfulness was made last. */
export interface KeptSums extends HelpSums {
  readonly memberId: string;
  readonly scope: HelpScope;
  readonly scopeId: string;
  /** Until when they have faded. */
  readonly asOf: Date;
}

/** The columns of {@link KeptSums}, of `helpfulness h` and `helpfulness_states s`. */
export const KEPT_SUMS = sql`h.member_id AS "memberId", h.scope, h.scope_id AS "scopeId", h.received, h.expected,
  h.thread_count AS threads, s.as_of AS "asOf"`;

/** The sums of one member by place, faded until now. */
export function sumsOf(rows: readonly KeptSums[], now: Date): MemberSums {
  const sums = {
    COMMUNITY: new Map<string, HelpSums>(),
    PRODUCT: new Map<string, HelpSums>(),
    TAG: new Map<string, HelpSums>(),
  };
  for (const { scope, scopeId, received, expected, threads, asOf } of rows) {
    const left = faded(now.getTime() - asOf.getTime());
    sums[scope].set(scopeId, { received: left * received, expected: left * expected, threads });
  }
  const [community = NO_SUMS] = sums.COMMUNITY.values();
  return { community, products: sums.PRODUCT, tags: sums.TAG };
}
