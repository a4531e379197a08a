import { Injectable } from '@nestjs/common';
import { requirePermission, type Viewer } from '@app/community';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import { helpfulnessIn, type Helpfulness } from './helpfulness';
import { KEPT_SUMS, sumsOf, type KeptSums } from './kept-sums';

/** How much a member's answers help about one product or tag, or anywhere, for leads. */
export interface HelpfulnessAbout extends Helpfulness {
  readonly communityId: string;
  readonly productId: string | null;
  readonly tagId: string | null;
  /** What the product or the tag is called; null of all the community. */
  readonly about: string | null;
  /** Threads that they answered in, however long ago. */
  readonly threads: number;
}

/** So many places are told of a member: all of the community first. */
export const PLACES_SHOWN = 10;

interface NamedSums extends KeptSums {
  readonly about: string | null;
}

/** Reads for leads how much members help, in the places where they answered most. One statement for many members. */
@Injectable()
export class HelpfulnessLoader extends BatchLoader<Viewer, string, HelpfulnessAbout[]> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(
    viewer: Viewer,
    memberIds: readonly string[],
  ): Promise<ReadonlyMap<string, HelpfulnessAbout[]>> {
    requirePermission(viewer, 'lead');
    const { communityId } = viewer;
    const rows = await this.reader.rows<NamedSums>(
      communityId,
      sql`SELECT * FROM (
          SELECT ${KEPT_SUMS}, coalesce(p.name, g.name) AS about, row_number() OVER (PARTITION BY h.member_id
            ORDER BY h.scope = 'COMMUNITY' DESC, h.thread_count DESC, h.scope_id) AS place
          FROM helpfulness h JOIN helpfulness_states s ON s.community_id = h.community_id
          LEFT JOIN products p ON h.scope = 'PRODUCT' AND p.community_id = h.community_id AND p.id = h.scope_id
          LEFT JOIN tags g ON h.scope = 'TAG' AND g.community_id = h.community_id AND g.id = h.scope_id
          WHERE h.community_id = ${communityId} AND h.member_id = ANY (${memberIds}::uuid[])
            AND (h.scope = 'COMMUNITY' OR p.id IS NOT NULL OR g.id IS NOT NULL)) x
        WHERE place <= ${PLACES_SHOWN} ORDER BY "memberId", place`,
    );
    const now = new Date();
    return new Map(
      [...Map.groupBy(rows, ({ memberId }) => memberId)].map(([id, of]) => [id, inPlaces(communityId, of, now)]),
    );
  }
}

/** What is told of a product or a tag leans on all that is known of the member, as routing does. */
function inPlaces(communityId: string, rows: readonly NamedSums[], now: Date): HelpfulnessAbout[] {
  const sums = sumsOf(rows, now);
  return rows.map(({ scope, scopeId, about, threads }) => {
    const productId = scope === 'PRODUCT' ? scopeId : null;
    const tagId = scope === 'TAG' ? scopeId : null;
    const context = { productIds: productId ? [productId] : [], tagIds: tagId ? [tagId] : [] };
    return { ...helpfulnessIn(context, sums), communityId, productId, tagId, about, threads };
  });
}
