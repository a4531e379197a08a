import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { Environment } from '@app/environment';
import sql, { type Sql } from 'sql-template-tag';
import { LinkResolver } from './link-resolver';
import { LinkedAddresses, type LinkedAddress } from './linked-address';
import type { ReplyLink } from './reply-link.entity';

type Link = Omit<ReplyLink, 'communityId' | 'removed' | 'revision'>;

interface PostRow {
  readonly id: string;
  readonly topicId: string;
  readonly at: Date;
  readonly bodyHtml: string;
}

/** Topics whose links count: what stands in everybody's lists, under the alias `t`. */
const COUNTED = sql`t.state = 'VISIBLE' AND t.visibility = 'PUBLIC' AND t.archived_at IS NULL AND t.merged_into_id IS NULL`;

/** Keeps who pointed from where to what: derived anew of whole topics, so that edits and removals are followed, too. */
@Injectable()
export class ReplyLinksWriter {
  constructor(
    private readonly resolver: LinkResolver,
    private readonly environment: Environment,
  ) {}

  /**
   * Derives the links of some topics anew, up to 200. One after the other within a community: who follows by revision
   * misses none.
   */
  async derive(tx: Tx, communityId: string, topicIds: readonly string[]): Promise<void> {
    if (topicIds.length === 0) return;
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('reply_links:' || ${communityId}::text, 0))`);
    const links = [
      ...(await this.inReplies(tx, communityId, topicIds)),
      ...(await this.linkedTopics(tx, communityId, topicIds)),
    ];
    const wanted = wantedLinks(links);
    await tx.rows(this.insertion(communityId, wanted));
    await tx.rows(this.removal(communityId, topicIds, wanted));
  }

  private async inReplies(tx: Tx, communityId: string, topicIds: readonly string[]): Promise<Link[]> {
    const posts = await tx.rows<PostRow>(postsWithLinks(communityId, topicIds));
    if (posts.length === 0) return [];
    const community = await tx.row<{ slug: string }>(sql`SELECT slug FROM communities WHERE id = ${communityId}`);
    const addresses = new LinkedAddresses(this.environment.publicUrl, community?.slug ?? '');
    const found = posts.flatMap((post) => addresses.in(post.bodyHtml).map((address) => ({ post, address })));
    const things = await this.resolver.resolve(
      tx,
      communityId,
      found.map(({ address }): LinkedAddress => address),
    );
    return found.flatMap(({ post, address }, place) => {
      const thing = things[place];
      if (!thing || thing.id === post.topicId) return [];
      const { id: sourceId, topicId: fromTopicId, at } = post;
      const target = { targetKind: thing.kind, targetId: thing.id, duplicate: false, host: address.host };
      return [{ fromTopicId, sourceId, at, ...target }];
    });
  }

  private linkedTopics(tx: Tx, communityId: string, topicIds: readonly string[]): Promise<Link[]> {
    return tx.rows<Link>(
      sql`SELECT l.topic_id AS "fromTopicId", l.topic_id AS "sourceId", coalesce(m.merged_into_id, m.id) AS "targetId",
          'TOPIC' AS "targetKind", l.kind = 'DUPLICATE' AS duplicate, NULL AS host,
          l.created_at AS at
        FROM topic_links l JOIN topics t ON t.community_id = ${communityId} AND t.id = l.topic_id
        JOIN topics m ON m.community_id = ${communityId} AND m.id = l.linked_id
        WHERE l.community_id = ${communityId} AND l.topic_id = ANY (${topicIds}::uuid[]) AND l.rejected_at IS NULL
          AND coalesce(m.merged_into_id, m.id) <> t.id AND ${COUNTED}`,
    );
  }

  private insertion(communityId: string, wanted: Sql): Sql {
    return sql`INSERT INTO reply_links
        (community_id, from_topic_id, source_id, target_id, target_kind, duplicate, host, at, revision)
      SELECT ${communityId}::uuid, w.*, nextval('reply_links_revision_seq') FROM ${wanted}
      ON CONFLICT (community_id, from_topic_id, source_id, target_id) DO UPDATE
        SET removed = false, duplicate = excluded.duplicate, host = excluded.host, revision = excluded.revision
        WHERE reply_links.removed OR (reply_links.duplicate, reply_links.host) IS DISTINCT FROM
          (excluded.duplicate, excluded.host)`;
  }

  private removal(communityId: string, topicIds: readonly string[], wanted: Sql): Sql {
    return sql`UPDATE reply_links l SET removed = true, revision = nextval('reply_links_revision_seq')
      WHERE l.community_id = ${communityId} AND l.from_topic_id = ANY (${topicIds}::uuid[]) AND NOT l.removed
        AND NOT EXISTS (SELECT FROM ${wanted} WHERE w.from_topic_id = l.from_topic_id
          AND w.source_id = l.source_id AND w.target_id = l.target_id)`;
  }
}

/** Visible replies by others than the asker in which there is an address. */
function postsWithLinks(communityId: string, topicIds: readonly string[]): Sql {
  return sql`SELECT a.id, a.topic_id AS "topicId", a.created_at AS at, a.body_html AS "bodyHtml"
      FROM answers a JOIN topics t ON t.community_id = ${communityId} AND t.id = a.topic_id
      WHERE a.community_id = ${communityId} AND a.topic_id = ANY (${topicIds}::uuid[]) AND a.state = 'VISIBLE'
        AND a.author_id <> t.author_id AND a.body_html LIKE '%href=%' AND ${COUNTED}
    UNION ALL
    SELECT c.id, c.topic_id, c.created_at, c.body_html
      FROM comments c JOIN topics t ON t.community_id = ${communityId} AND t.id = c.topic_id
      LEFT JOIN answers a ON a.community_id = ${communityId} AND a.id = c.answer_id
      WHERE c.community_id = ${communityId} AND c.topic_id = ANY (${topicIds}::uuid[]) AND c.state = 'VISIBLE'
        AND (c.answer_id IS NULL OR a.state = 'VISIBLE')
        AND c.author_id <> t.author_id AND c.body_html LIKE '%href=%' AND ${COUNTED}`;
}

/** The links as rows of a statement, each once. */
function wantedLinks(links: readonly Link[]): Sql {
  const once = new Map(links.map((link) => [`${link.fromTopicId} ${link.sourceId} ${link.targetId}`, link]));
  const rows = [...once.values()].map((link) => ({
    from_topic_id: link.fromTopicId,
    source_id: link.sourceId,
    target_id: link.targetId,
    target_kind: link.targetKind,
    duplicate: link.duplicate,
    host: link.host,
    at: link.at,
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w (from_topic_id uuid, source_id uuid, target_id uuid,
    target_kind text, duplicate boolean, host text, at timestamptz)`;
}
