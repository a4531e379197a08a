import { NO_END } from '@app/community';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { SearchKind } from './search-document';

/** Which rows of a table can be found, and what tells their states apart. */
export interface Findable {
  readonly table: Sql;
  /** Of a row under the alias `x`: whether it may be found by anybody at all. */
  readonly where: Sql;
  /** How much there is of it: topics of a tag, posts of a member; 0 where nothing is ordered by it. */
  readonly weight: Sql;
  /**
   * A 64-bit number that is another one when the row has changed in a way that matters. It is read from the row alone:
   * cheap enough to compare everything once in a while.
   */
  readonly stamp: Sql;
}

/** Orders a member among those of like names; beyond that many nothing is gained. */
const POSTS_COUNTED = 1_000;

function stamp(...parts: Sql[]): Sql {
  return sql`hashtextextended(concat_ws(' ', ${raw(parts.map(({ text }) => text).join(', '))}), 0)`;
}

/** Weights grow with every post: only doubling counts as a change. */
function doublings(weight: Sql): Sql {
  return raw(`floor(log(2, 1 + (${weight.text})))`);
}

function posts(table: string): string {
  return `(SELECT count(*) FROM (SELECT FROM ${table} p WHERE p.community_id = x.community_id AND p.author_id = x.id LIMIT ${POSTS_COUNTED}) counted)`;
}

const MEMBER_WEIGHT = raw(`${posts('topics')} + ${posts('answers')}`);
const TAG_WEIGHT = raw('x.topic_count');
const PRODUCT_WEIGHT = raw(
  '(SELECT count(*) FROM topic_products p WHERE p.community_id = x.community_id AND p.product_id = x.id)',
);

/** Where each kind of things comes from. */
export const FINDABLE: Readonly<Record<SearchKind, Findable>> = {
  TOPIC: {
    table: raw('topics'),
    where: raw(`x.state = 'VISIBLE' AND x.archived_at IS NULL AND x.merged_into_id IS NULL`),
    weight: raw('0'),
    stamp: stamp(
      raw('x.version, x.kind, x.status, x.resolution, x.visibility, x.author_id, x.me_too_count, x.answer_count'),
      raw('x.reply_count, x.locale, x.title, octet_length(x.body_html), extract(epoch FROM x.last_activity_at)'),
    ),
  },
  ARTICLE: {
    table: raw('articles'),
    where: raw(`x.state = 'PUBLISHED'`),
    weight: raw('0'),
    stamp: stamp(raw('x.version, x.locale, x.title, x.summary, octet_length(x.body_html)')),
  },
  MEMBER: {
    table: raw('members'),
    where: raw(
      `x.erased_at IS NULL AND x.merged_into_id IS NULL AND (x.suspended_until IS NULL OR x.suspended_until < '${NO_END.toISOString()}')`,
    ),
    weight: MEMBER_WEIGHT,
    stamp: stamp(raw('x.handle, x.display_name'), doublings(MEMBER_WEIGHT)),
  },
  TAG: {
    table: raw('tags'),
    where: raw('x.synonym_of_id IS NULL'),
    weight: TAG_WEIGHT,
    stamp: stamp(raw('x.name'), doublings(TAG_WEIGHT)),
  },
  PRODUCT: {
    table: raw('products'),
    where: raw('true'),
    weight: PRODUCT_WEIGHT,
    stamp: stamp(raw('x.name, x.slug'), doublings(PRODUCT_WEIGHT)),
  },
};
