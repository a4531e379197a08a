import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import type { ReplyLink } from './reply-link.entity';

/** A link, or that it is no more. */
export type FollowedLink = Omit<ReplyLink, 'communityId' | 'revision'> & { readonly revision: number };

/** A host brings links of ours where it has at least this share of those that the commonest host has. */
const TRUSTED = 0.1;

/**
 * Reads who pointed from where to what. Paths of different systems look alike: an address of a host that hardly any other
 * link names is not taken for one that the community had there.
 */
@Injectable()
export class ReplyLinksReader {
  constructor(private readonly reader: Reader) {}

  /** Up to `limit` changes behind a revision, oldest first; from the beginning behind 0. */
  async since(communityId: string, revision: number, limit: number): Promise<FollowedLink[]> {
    const rows = await this.reader.rows<Omit<FollowedLink, 'revision'> & { revision: string }>(
      communityId,
      sql`SELECT ${COLUMNS}, l.revision FROM reply_links l
        WHERE l.community_id = ${communityId} AND l.revision > ${revision} ORDER BY l.revision LIMIT ${limit}`,
    );
    const trusted = rows.some(({ host }) => host !== null) ? await this.trustedHosts(communityId) : new Set<string>();
    return rows.map((row) => ({
      ...row,
      revision: Number(row.revision),
      removed: row.removed || (row.host !== null && !trusted.has(row.host)),
    }));
  }

  /** Topics that links were said in since, or that were linked since: not what was derived since. */
  async questionsSince(communityId: string, since: Date): Promise<string[]> {
    const rows = await this.reader.rows<{ id: string }>(
      communityId,
      sql`SELECT DISTINCT l.from_topic_id AS id FROM reply_links l JOIN topics t
          ON t.community_id = ${communityId} AND t.id = l.from_topic_id
        WHERE l.community_id = ${communityId} AND l.at >= ${since} AND NOT l.removed AND t.created_at >= ${since}`,
    );
    return rows.map(({ id }) => id);
  }

  /** Topics at the ends of the latest links, up to `most`. */
  async linkedTopics(communityId: string, most: number): Promise<string[]> {
    const rows = await this.reader.rows<{ id: string }>(
      communityId,
      sql`SELECT unnest(CASE target_kind WHEN 'TOPIC' THEN ARRAY[from_topic_id, target_id] ELSE ARRAY[from_topic_id] END) AS id
        FROM reply_links WHERE community_id = ${communityId} AND NOT removed ORDER BY at DESC LIMIT ${most}`,
    );
    return [...new Set(rows.map(({ id }) => id))];
  }

  private async trustedHosts(communityId: string): Promise<ReadonlySet<string>> {
    const rows = await this.reader.rows<{ host: string }>(
      communityId,
      sql`WITH hosts AS (SELECT host, count(*) AS links FROM reply_links
          WHERE community_id = ${communityId} AND NOT removed AND host IS NOT NULL GROUP BY host)
        SELECT host FROM hosts WHERE links >= ${TRUSTED}::numeric * (SELECT max(links) FROM hosts)`,
    );
    return new Set(rows.map(({ host }) => host));
  }
}

const COLUMNS: Sql = sql`l.from_topic_id AS "fromTopicId", l.source_id AS "sourceId", l.target_id AS "targetId",
  l.target_kind AS "targetKind", l.duplicate, l.host, l.at, l.removed`;
