import { Injectable } from '@nestjs/common';
import type { Viewer } from '@app/community';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import { accountsInAnomalies } from '../process/anomalies/accounts-in-anomalies';

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
 * order that would say who is better. Questions of accounts that stand in an anomaly prove nothing while they do.
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
      sql`WITH solved AS (
          SELECT s.member_id, s.solved_at, t.id AS topic_id, t.author_id
          FROM solved_answers s
          JOIN answers a ON a.community_id = s.community_id AND a.id = s.answer_id
            AND a.solved AND a.state = 'VISIBLE'
          JOIN topics t ON t.community_id = a.community_id AND t.id = a.topic_id
            AND t.state = 'VISIBLE' AND t.visibility = 'PUBLIC' AND t.merged_into_id IS NULL
          WHERE s.community_id = ${communityId} AND s.member_id = ANY (${memberIds}::uuid[])
            AND t.author_id NOT IN (${accountsInAnomalies(communityId)})),
        about AS (
          SELECT s.*, p.id AS product_id, NULL::uuid AS tag_id, p.name
          FROM solved s JOIN topic_products x ON x.community_id = ${communityId} AND x.topic_id = s.topic_id
          JOIN products p ON p.community_id = x.community_id AND p.id = x.product_id
          UNION ALL
          SELECT s.*, NULL, g.id, g.name
          FROM solved s JOIN topic_tags x ON x.community_id = ${communityId} AND x.topic_id = s.topic_id
          JOIN tags g ON g.community_id = x.community_id AND g.id = x.tag_id),
        counted AS (
          SELECT member_id, product_id, tag_id, name, count(DISTINCT topic_id)::int AS questions,
            count(DISTINCT author_id)::int AS people, max(solved_at) AS last_at
          FROM about GROUP BY member_id, product_id, tag_id, name),
        placed AS (
          SELECT *, row_number() OVER (PARTITION BY member_id ORDER BY last_at DESC, name, product_id, tag_id) AS place
          FROM counted)
        SELECT ${communityId}::uuid AS "communityId", member_id AS "memberId", product_id AS "productId",
          tag_id AS "tagId", name AS about, questions, people, last_at AS "lastAt"
        FROM placed WHERE place <= ${EVIDENCE_SHOWN} ORDER BY member_id, place`,
    );
    return Map.groupBy(rows, ({ memberId }) => memberId);
  }
}
