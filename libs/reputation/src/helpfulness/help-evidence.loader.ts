import { Injectable } from '@nestjs/common';
import type { Viewer } from '@app/community';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';

/** What somebody solved that was about one product or tag: what everybody could count on the pages themselves. */
export interface HelpEvidence {
  readonly communityId: string;
  readonly memberId: string;
  readonly productId: string | null;
  readonly tagId: string | null;
  /** What the product or the tag is called. */
  readonly about: string;
  /** Questions that were solved by an answer of theirs. */
  readonly questions: number;
  /** Different people who asked them. */
  readonly people: number;
  readonly lastAt: Date;
}

/** So many products and tags are told of a member. */
export const EVIDENCE_SHOWN = 10;

/**
 * Reads the evidence of members' help that everybody may read, the latest first: no sums over all, no values, and no
 * order that would say who is better.
 */
@Injectable()
export class HelpEvidenceLoader extends BatchLoader<Viewer, string, HelpEvidence[]> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, memberIds: readonly string[]): Promise<ReadonlyMap<string, HelpEvidence[]>> {
    const { communityId } = viewer;
    const rows = await this.reader.rows<HelpEvidence>(
      communityId,
      sql`SELECT h.community_id AS "communityId", h.member_id AS "memberId", h."productId", h."tagId", h.about,
          h.questions, h.people, h."lastAt"
        FROM (SELECT h.community_id, h.member_id, p.id AS "productId", g.id AS "tagId", coalesce(p.name, g.name) AS about,
            h.solved_count AS questions, h.people_count AS people, h.last_solved_at AS "lastAt",
            row_number() OVER (PARTITION BY h.member_id ORDER BY h.last_solved_at DESC, coalesce(p.name, g.name), h.scope_id)
              AS place
          FROM helpfulness h
          LEFT JOIN products p ON h.scope = 'PRODUCT' AND p.community_id = h.community_id AND p.id = h.scope_id
          LEFT JOIN tags g ON h.scope = 'TAG' AND g.community_id = h.community_id AND g.id = h.scope_id
          WHERE h.community_id = ${communityId} AND h.member_id = ANY (${memberIds}::uuid[]) AND h.solved_count > 0
            AND coalesce(p.id, g.id) IS NOT NULL) h
        WHERE h.place <= ${EVIDENCE_SHOWN} ORDER BY h.place`,
    );
    return Map.groupBy(rows, ({ memberId }) => memberId);
  }
}
