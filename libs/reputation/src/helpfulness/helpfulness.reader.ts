import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import { helpfulnessIn, type Helpfulness } from './helpfulness';
import type { HelpContext } from './help-sums';
import { KEPT_SUMS, sumsOf, type KeptSums } from './kept-sums';

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
    const rows = await this.reader.rows<KeptSums>(
      communityId,
      sql`SELECT ${KEPT_SUMS}
        FROM helpfulness h JOIN helpfulness_states s ON s.community_id = h.community_id
        WHERE h.community_id = ${communityId} AND h.member_id = ANY (${memberIds}::uuid[])
          AND (h.scope = 'COMMUNITY' OR h.scope_id = ANY (${[...context.productIds, ...context.tagIds]}::uuid[]))`,
    );
    const byMember = Map.groupBy(rows, ({ memberId }) => memberId);
    return new Map(
      memberIds.map((id) => {
        const sums = sumsOf(byMember.get(id) ?? [], now);
        return [id, { ...helpfulnessIn(context, sums), threads: sums.community.threads }];
      }),
    );
  }
}
