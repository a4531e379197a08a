import type { Topic } from '@app/community';
import { htmlText } from '@app/kernel';
import sql, { type Sql } from 'sql-template-tag';
import { FINDABLE } from './findable';
import type { ReplyRank, ReplyText, TopicDocument } from './search-document';

/** Of answers and of comments of one topic; the official and the solving ones come first. */
const MOST_REPLIES = 300;
/** Of all replies of one topic together, in UTF-16 units: what is said later finds nobody. */
const MOST_TEXT = 200_000;

type Columns = Pick<
  Topic,
  'id' | 'locale' | 'title' | 'status' | 'resolution' | 'visibility' | 'authorId' | 'meTooCount' | 'createdAt'
>;

interface TopicRow extends Columns {
  readonly topicKind: Topic['kind'];
  readonly bodyHtml: string;
  readonly lastActivityAt: Date;
  readonly productIds: string[];
  readonly tagIds: string[];
  readonly stamp: string;
}

interface ReplyRow {
  readonly topicId: string;
  readonly id: string;
  readonly rank: ReplyRank;
  readonly authorId: string;
  readonly at: Date;
  readonly bodyHtml: string;
}

function topicStatement(communityId: string, ids: readonly string[]): Sql {
  return sql`SELECT x.id, x.locale, x.title, x.status, x.resolution, x.visibility, x.author_id AS "authorId",
      x.me_too_count AS "meTooCount", x.created_at AS "createdAt", x.last_activity_at AS "lastActivityAt",
      x.kind AS "topicKind", x.body_html AS "bodyHtml",
      ARRAY(SELECT p.product_id FROM topic_products p WHERE p.community_id = x.community_id AND p.topic_id = x.id
        ORDER BY p.product_id) AS "productIds",
      ARRAY(SELECT g.tag_id FROM topic_tags g WHERE g.community_id = x.community_id AND g.topic_id = x.id
        ORDER BY g.tag_id) AS "tagIds",
      ${FINDABLE.TOPIC.stamp} AS stamp
    FROM topics x WHERE x.community_id = ${communityId} AND x.id = ANY (${ids}::uuid[]) AND ${FINDABLE.TOPIC.where}`;
}

/** Where they stand now: answers that a merge has moved are among those of the target. */
function replyStatement(communityId: string, ids: readonly string[]): Sql {
  return sql`
    SELECT r.topic_id AS "topicId", r.id, r.rank, r.author_id AS "authorId", r.created_at AS at, r.body_html AS "bodyHtml"
    FROM unnest(${ids}::uuid[]) wanted (id) CROSS JOIN LATERAL (
      (SELECT a.topic_id, a.id, a.author_id, a.created_at, a.body_html,
          CASE WHEN a.official THEN 'OFFICIAL' WHEN a.solved THEN 'SOLVED' ELSE 'ANSWER' END AS rank
        FROM answers a WHERE a.community_id = ${communityId} AND a.topic_id = wanted.id AND a.state = 'VISIBLE'
        ORDER BY a.official DESC, a.solved DESC, a.created_at, a.id LIMIT ${MOST_REPLIES})
      UNION ALL
      (SELECT c.topic_id, c.id, c.author_id, c.created_at, c.body_html, 'COMMENT'
        FROM comments c LEFT JOIN answers a ON a.community_id = c.community_id AND a.id = c.answer_id
        WHERE c.community_id = ${communityId} AND c.topic_id = wanted.id AND c.state = 'VISIBLE'
          AND (c.answer_id IS NULL OR a.state = 'VISIBLE')
        ORDER BY c.created_at, c.id LIMIT ${MOST_REPLIES})) r`;
}

/** What {@link topicDocuments} makes documents of: of topics, and of their replies. */
export function topicStatements(communityId: string, ids: readonly string[]): Sql[] {
  return [topicStatement(communityId, ids), replyStatement(communityId, ids)];
}

const RANK: Readonly<Record<ReplyRank, number>> = { OFFICIAL: 0, SOLVED: 1, ANSWER: 2, COMMENT: 3 };

function repliesOf({ authorId }: TopicRow, rows: readonly ReplyRow[]): ReplyText[] {
  let left = MOST_TEXT;
  const told: (ReplyText & { readonly id: string })[] = [];
  for (const row of rows.toSorted((a, b) => RANK[a.rank] - RANK[b.rank])) {
    if (left <= 0) break;
    const text = htmlText(row.bodyHtml).slice(0, left);
    left -= text.length;
    told.push({ rank: row.rank, byAsker: row.authorId === authorId, at: row.at, text, id: row.id });
  }
  return told
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
    .map(({ rank, byAsker, at, text }) => ({ rank, byAsker, at, text }));
}

/** The documents of topics, of the rows of both {@link topicStatements}. */
export function topicDocuments(topics: readonly unknown[], replies: readonly unknown[]): TopicDocument[] {
  const byTopic = Map.groupBy(replies as readonly ReplyRow[], ({ topicId }) => topicId);
  return (topics as readonly TopicRow[]).map((row) => {
    const { bodyHtml, ...columns } = row;
    return { kind: 'TOPIC', ...columns, body: htmlText(bodyHtml), replies: repliesOf(row, byTopic.get(row.id) ?? []) };
  });
}
