import sql, { type Sql } from 'sql-template-tag';
import { FINDABLE } from '../documents/findable';
import type { ReplyRank } from '../documents/search-document';

/** Characters of the HTML of one text: what stands behind them is not looked through. */
const MOST_TEXT = 20_000;
const MOST_REPLY = 6_000;
/** Of a topic: the official and the solving ones come first. */
const MOST_ANSWERS = 8;
const MOST_COMMENTS = 4;

/** A topic or an article whose texts are to be marked. */
export interface HighlightRow {
  readonly kind: 'TOPIC' | 'ARTICLE';
  readonly id: string;
  readonly title: string;
  /** Of an article; plain text. */
  readonly summary: string;
  readonly html: string;
}

/** A reply whose text is to be marked. */
export interface ReplyRow {
  readonly topicId: string;
  readonly rank: ReplyRank;
  readonly html: string;
}

/** The beginnings of what topics say. */
export function topicTexts(communityId: string, ids: readonly string[]): Sql {
  return sql`SELECT 'TOPIC' AS kind, x.id, x.title, '' AS summary, left(x.body_html, ${MOST_TEXT}) AS html
    FROM topics x WHERE x.community_id = ${communityId} AND x.id = ANY (${ids}::uuid[]) AND ${FINDABLE.TOPIC.where}`;
}

/** The beginnings of some replies to topics, those first that help. */
export function replyTexts(communityId: string, ids: readonly string[]): Sql {
  return sql`SELECT r.topic_id AS "topicId", r.rank, left(r.body_html, ${MOST_REPLY}) AS html
    FROM unnest(${ids}::uuid[]) wanted (id) CROSS JOIN LATERAL (
      (SELECT a.topic_id, a.body_html,
          CASE WHEN a.official THEN 'OFFICIAL' WHEN a.solved THEN 'SOLVED' ELSE 'ANSWER' END AS rank
        FROM answers a WHERE a.community_id = ${communityId} AND a.topic_id = wanted.id AND a.state = 'VISIBLE'
        ORDER BY a.official DESC, a.solved DESC, a.created_at, a.id LIMIT ${MOST_ANSWERS})
      UNION ALL
      (SELECT c.topic_id, c.body_html, 'COMMENT'
        FROM comments c LEFT JOIN answers a ON a.community_id = c.community_id AND a.id = c.answer_id
        WHERE c.community_id = ${communityId} AND c.topic_id = wanted.id AND c.state = 'VISIBLE'
          AND (c.answer_id IS NULL OR a.state = 'VISIBLE')
        ORDER BY c.created_at, c.id LIMIT ${MOST_COMMENTS})) r`;
}

/** The beginnings of what articles say. */
export function articleTexts(communityId: string, ids: readonly string[]): Sql {
  return sql`SELECT 'ARTICLE' AS kind, x.id, x.title, x.summary, left(x.body_html, ${MOST_TEXT}) AS html
    FROM articles x WHERE x.community_id = ${communityId} AND x.id = ANY (${ids}::uuid[]) AND ${FINDABLE.ARTICLE.where}`;
}
