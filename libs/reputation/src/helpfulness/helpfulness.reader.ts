import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import { helpfulnessIn, type Helpfulness } from './helpfulness';
import { faded, NO_SUMS, type HelpContext, type HelpScope, type HelpSums } from './help-sums';

/** Whose helpfulness is asked for, and for what. */
export interface HelpfulnessWish {
  readonly memberIds: readonly string[];
  /** What a question is about; for help of any kind both lists are empty. */
  readonly context: HelpContext;
  readonly now: Date;
}

/** A member's helpfulness in a context, and in how many threads of it they answered. */
export interface HelpfulnessInContext extends Helpfulness {
  /** Threads anywhere in the community. */
  readonly threads: number;
}

interface SumsRow extends HelpSums {
  readonly memberId: string;
  readonly scope: HelpScope;
  readonly scopeId: string;
  readonly asOf: Date;
}

/**
 * How much members help, for routing and for leads: as it was made last, faded until now. Never for other readers, and
 * nothing that they see may be put in its order.
 */
@Injectable()
export class HelpfulnessReader {
  constructor(private readonly reader: Reader) {}

  /** By member, all that were asked for: of whom nothing is known is like others, with much doubt. One statement. */
  async of(communityId: string, wish: HelpfulnessWish): Promise<ReadonlyMap<string, HelpfulnessInContext>> {
    const { memberIds, context, now } = wish;
    const rows = await this.reader.rows<SumsRow>(
      communityId,
      sql`SELECT h.member_id AS "memberId", h.scope, h.scope_id AS "scopeId", h.received, h.expected,
          h.thread_count AS threads, s.as_of AS "asOf"
        FROM helpfulness h JOIN helpfulness_states s ON s.community_id = h.community_id
        WHERE h.community_id = ${communityId} AND h.member_id = ANY (${memberIds}::uuid[])
          AND (h.scope = 'COMMUNITY' OR h.scope_id = ANY (${[...context.productIds, ...context.tagIds]}::uuid[]))`,
    );
    const byMember = Map.groupBy(rows, ({ memberId }) => memberId);
    return new Map(memberIds.map((id) => [id, valueOf(byMember.get(id) ?? [], context, now)]));
  }
}

function valueOf(rows: readonly SumsRow[], context: HelpContext, now: Date): HelpfulnessInContext {
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
  return {
    ...helpfulnessIn(context, { community, products: sums.PRODUCT, tags: sums.TAG }),
    threads: community.threads,
  };
}
