import { DomainError } from '@app/kernel';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Resolution, TopicKind, TopicStatus } from './topic-kind';

/** Whether a list of products or tags is matched by one of them or by all. */
export const MATCHES = ['ANY', 'ALL'] as const;
export type Match = (typeof MATCHES)[number];

/** Which topics a list holds; what is absent does not narrow. */
export interface TopicFilter {
  readonly kinds?: readonly TopicKind[] | null;
  readonly statuses?: readonly TopicStatus[] | null;
  readonly resolutions?: readonly Resolution[] | null;
  readonly productIds?: readonly string[] | null;
  readonly productMatch?: Match | null;
  /** Names; a synonym counts as the tag that it stands for. */
  readonly tags?: readonly string[] | null;
  readonly tagMatch?: Match | null;
  readonly authorId?: string | null;
  readonly hasOfficialAnswer?: boolean | null;
  readonly createdSince?: Date | null;
  readonly activeSince?: Date | null;
}

function among(column: Sql, values: readonly string[] | null | undefined): Sql {
  if (!values) return empty;
  if (values.length === 0) throw DomainError.invalid('A filter with an empty list finds nothing: leave it out.');
  return values.length === 1 ? sql` AND ${column} = ${values[0]}` : sql` AND ${column} = ANY (${values}::text[])`;
}

function products({ productIds, productMatch }: TopicFilter): Sql {
  if (!productIds?.length) return empty;
  const about = (which: Sql) =>
    sql`EXISTS (SELECT FROM topic_products tp WHERE tp.community_id = t.community_id AND tp.topic_id = t.id AND ${which})`;
  if (productMatch === 'ALL') {
    return sql` AND ${join(
      productIds.map((id) => about(sql`tp.product_id = ${id}`)),
      ' AND ',
    )}`;
  }
  return sql` AND ${about(sql`tp.product_id = ANY (${productIds}::uuid[])`)}`;
}

function tags({ tags: names, tagMatch }: TopicFilter): Sql {
  if (!names?.length) return empty;
  const carries = (which: Sql) =>
    sql`EXISTS (SELECT FROM topic_tags tt WHERE tt.community_id = t.community_id AND tt.topic_id = t.id
      AND tt.tag_id IN (SELECT coalesce(g.synonym_of_id, g.id) FROM tags g WHERE g.community_id = t.community_id AND ${which}))`;
  const lower = names.map((name) => name.toLowerCase());
  if (tagMatch === 'ALL')
    return sql` AND ${join(
      lower.map((name) => carries(sql`g.name = ${name}`)),
      ' AND ',
    )}`;
  return sql` AND ${carries(sql`g.name = ANY (${lower}::text[])`)}`;
}

/** `AND …` for topics under the alias `t`. */
export function topicsMatching(filter: TopicFilter): Sql {
  const parts = [
    among(sql`t.kind`, filter.kinds),
    among(sql`t.status`, filter.statuses),
    among(sql`t.resolution`, filter.resolutions),
    products(filter),
    tags(filter),
  ];
  if (filter.authorId) parts.push(sql` AND t.author_id = ${filter.authorId}`);
  if (filter.createdSince) parts.push(sql` AND t.created_at >= ${filter.createdSince}`);
  if (filter.activeSince) parts.push(sql` AND t.last_activity_at >= ${filter.activeSince}`);
  if (filter.hasOfficialAnswer != null) {
    const marked = sql`EXISTS (SELECT FROM official_marks o WHERE o.community_id = t.community_id AND o.topic_id = t.id AND o.ended_at IS NULL)`;
    parts.push(filter.hasOfficialAnswer ? sql` AND ${marked}` : sql` AND NOT ${marked}`);
  }
  return join(parts, '');
}
