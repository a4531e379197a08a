import { DomainError } from '@app/kernel';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Tag } from '../tags/tag.entity';
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

/** A name, and the tag that it stands for. */
export type NamedTag = Pick<Tag, 'id' | 'name'>;

/** Whether a filter narrows a list at all. */
export function narrows(filter: TopicFilter): boolean {
  return Object.values(filter).some((value) => value != null);
}

function among(column: Sql, values: readonly string[] | null | undefined): Sql {
  if (!values) return empty;
  if (values.length === 0) throw DomainError.invalid('A filter with an empty list finds nothing: leave it out.');
  return values.length === 1 ? sql` AND ${column} = ${values[0]}` : sql` AND ${column} = ANY (${values}::text[])`;
}

/** Says also what follows for `unanswered`, the first key of an order: the list then begins where it has to. */
function resolved(resolutions: readonly Resolution[] | null | undefined): Sql {
  const asked = among(sql`t.resolution`, resolutions);
  if (!resolutions?.includes('UNANSWERED')) return resolutions ? sql`${asked} AND NOT t.unanswered` : asked;
  return resolutions.every((one) => one === 'UNANSWERED') ? sql`${asked} AND t.unanswered` : asked;
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

function tags({ tags: names, tagMatch }: TopicFilter, found: readonly NamedTag[]): Sql {
  if (!names?.length) return empty;
  const ids = [...new Set(found.map(({ id }) => id))];
  const known = new Set(found.map(({ name }) => name));
  const all = lowerCase(names).every((name) => known.has(name));
  if (ids.length === 0 || (tagMatch === 'ALL' && !all)) return sql` AND false`;
  const carries = (which: Sql) =>
    sql`EXISTS (SELECT FROM topic_tags tt WHERE tt.community_id = t.community_id AND tt.topic_id = t.id AND ${which})`;
  if (tagMatch === 'ALL')
    return sql` AND ${join(
      ids.map((id) => carries(sql`tt.tag_id = ${id}`)),
      ' AND ',
    )}`;
  return sql` AND ${carries(sql`tt.tag_id = ANY (${ids}::uuid[])`)}`;
}

function lowerCase(names: readonly string[]): string[] {
  return names.map((name) => name.toLowerCase());
}

/** What finds the tags that a filter names; nothing where it names none. */
export function tagsOf({ tags: names }: TopicFilter, communityId: string): Sql | null {
  if (!names?.length) return null;
  return sql`SELECT g.name, coalesce(g.synonym_of_id, g.id) AS id FROM tags g
      WHERE g.community_id = ${communityId} AND g.name = ANY (${lowerCase(names)}::text[])`;
}

/**
 * `AND …` for topics under the alias `t`; `found` are the tags that the filter names. They are found before, since
 * how to read a list depends on how many topics carry them: the planner knows that for keys, not for names.
 */
export function topicsMatching(filter: TopicFilter, found: readonly NamedTag[]): Sql {
  const parts = [
    among(sql`t.kind`, filter.kinds),
    among(sql`t.status`, filter.statuses),
    resolved(filter.resolutions),
    products(filter),
    tags(filter, found),
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
