import sql, { raw, type Sql } from 'sql-template-tag';
import type { RecordKind } from '../../../format/interchange-record';
import { STAGED_KINDS } from '../../columns/staged-kinds';
import { RECORD_KINDS } from '../../staging-tables';
import type { Publication } from '../publication';

/** Members that a record can do without. */
const OPTIONAL_MEMBERS: ReadonlySet<string> = new Set(['by_id', 'owner_id', 'ended_by_id', 'decided_by_id']);

/** The columns that name topics, by kind, with their name in the record; a post can do without those that are optional. */
const TOPIC_COLUMNS: readonly (readonly [RecordKind, string, string])[] = [
  ['meToo', 'topic_id', 'topic'],
  ['follow', 'topic_id', 'followed'],
  ['link', 'topic_id', 'topic'],
  ['link', 'linked_id', 'linked'],
  ['merge', 'source_id', 'source'],
  ['merge', 'target_id', 'target'],
];
const OPTIONAL_TOPICS: readonly (readonly [RecordKind, string, string])[] = [
  ['topic', 'merged_into_id', 'mergedInto'],
  ['answer', 'moved_from_id', 'movedFrom'],
  ['answer', 'forked_into_id', 'forkedInto'],
  ['comment', 'moved_from_id', 'movedFrom'],
  ['comment', 'forked_into_id', 'forkedInto'],
  ['meToo', 'moved_from_id', 'movedFrom'],
  ['follow', 'moved_from_id', 'movedFrom'],
];
const ABOUT_POSTS = ['vote', 'revision', 'flag', 'moderation'] as const;

/** Refuses records that name a member who is not there; what a record can do without is only left out of it. */
export async function requireMembers(publication: Publication): Promise<void> {
  for (const kind of RECORD_KINDS) {
    for (const { name } of STAGED_KINDS[kind].columns.filter(({ refers }) => refers === 'member')) {
      const missing = noMember(publication, sql`r.${raw(name)}`);
      const reason = `${name.replace(/_id$/, '')} names a member who is not there`;
      if (OPTIONAL_MEMBERS.has(name) && kind !== 'merge') await publication.forget(kind, name, missing, reason);
      else await publication.reject(kind, missing, reason);
    }
  }
  const erased = sql`SELECT id FROM ${publication.work}people WHERE erased`;
  const person = noMember(publication, sql`r.person_id`);
  await publication.reject('follow', person, 'followed names a member who is not there');
  await publication.reject('follow', sql`r.person_id = r.member_id`, 'Nobody follows themselves.');
  await publication.reject(
    'follow',
    sql`r.member_id IN (${erased}) OR r.person_id IN (${erased})`,
    'Whoever was erased follows nothing, and is followed by nobody.',
  );
}

/** Refuses records that name a topic that is not there; `posts` has those that are. */
export async function requireTopics(publication: Publication): Promise<void> {
  for (const [kind, name, field] of TOPIC_COLUMNS) {
    await publication.reject(kind, noTopic(publication, name), `${field} names a topic that is not there`);
  }
  for (const [kind, name, field] of OPTIONAL_TOPICS) {
    await publication.forget(kind, name, noTopic(publication, name), `${field} names a topic that is not there`);
  }
  await publication.reject('link', sql`r.topic_id = r.linked_id`, 'A topic is not linked to itself.');
  await publication.reject('merge', sql`r.source_id = r.target_id`, 'A topic is not merged into itself.');
}

/** Refuses what is about a post that is not there. */
export async function requirePosts(publication: Publication): Promise<void> {
  for (const kind of ABOUT_POSTS) {
    await publication.reject(kind, noPost(publication), 'on names a post that is not there');
  }
  const { work } = publication;
  await publication.reject(
    'mark',
    sql`NOT EXISTS (SELECT FROM ${work}posts p WHERE p.id = r.answer_id AND p.what = 'ANSWER')`,
    'answer names an answer that is not there',
  );
}

/** Whether a record `r` is about no post that is there. */
export function noPost({ work }: Publication): Sql {
  return sql`NOT EXISTS (SELECT FROM ${work}posts p WHERE p.id = r.on_topic AND p.what = 'TOPIC')
    AND NOT EXISTS (SELECT FROM ${work}posts p WHERE p.id = r.on_answer AND p.what <> 'TOPIC')
    AND NOT EXISTS (SELECT FROM ${work}posts p WHERE p.id = r.on_comment AND p.what = 'COMMENT')`;
}

/** The post `p` that a record `r` is about. */
export function joinPost({ work }: Publication): Sql {
  return sql`LEFT JOIN ${work}posts pt ON pt.id = r.on_topic AND pt.what = 'TOPIC'
    LEFT JOIN ${work}posts pa ON pa.id = r.on_answer AND pa.what <> 'TOPIC' AND pt.id IS NULL
    LEFT JOIN ${work}posts pc ON pc.id = r.on_comment AND pc.what = 'COMMENT' AND pt.id IS NULL AND pa.id IS NULL
    CROSS JOIN LATERAL (SELECT coalesce(pt.id, pa.id, pc.id) AS id, coalesce(pt.what, pa.what, pc.what) AS what,
      coalesce(pt.topic_id, pa.topic_id, pc.topic_id) AS topic_id,
      coalesce(pt.answer_id, pa.answer_id, pc.answer_id) AS answer_id) p`;
}

/** The three columns of a row about a post `p`, of which one is filled. */
export const ONE_POST = sql`CASE p.what WHEN 'TOPIC' THEN p.id END, CASE p.what WHEN 'ANSWER' THEN p.id END,
  CASE p.what WHEN 'COMMENT' THEN p.id END`;

function noMember({ work }: Publication, id: Sql): Sql {
  return sql`${id} IS NOT NULL AND NOT EXISTS (SELECT FROM ${work}people m WHERE m.id = ${id})`;
}

function noTopic({ work }: Publication, column: string): Sql {
  return sql`r.${raw(column)} IS NOT NULL
    AND NOT EXISTS (SELECT FROM ${work}posts p WHERE p.id = r.${raw(column)} AND p.what = 'TOPIC')`;
}
