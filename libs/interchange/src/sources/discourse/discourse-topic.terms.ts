import type { TopicKind } from '@app/community';
import type { TopicRecord } from '../../format/post.records';
import type { Instant, PostParts } from '../../format/record-parts';
import type { Fields } from '../rows/fields';
import type { DiscoursePost } from './discourse-post';

/** A like among the actions on a post. */
const LIKE = 2;
const CLOSED = ['closed.enabled', 'autoclosed.enabled'];
const ARCHIVED = ['archived.enabled'];

/** Topics of categories in which topics are voted for are ideas; all others are questions. */
export function kindOf(topic: Fields): TopicKind {
  return topic.flag('can_vote') || votesOf(topic) > 0 ? 'IDEA' : 'QUESTION';
}

/** Votes for a topic, of people who are not told. */
export function votesOf(topic: Fields): number {
  return topic.count('vote_count') ?? 0;
}

/** People with the same question besides its author, where the site counts them. */
export function meToosOf(topic: Fields): number {
  return Math.max(0, (topic.count('me_too_count') ?? topic.count('shared_issue_count') ?? 1) - 1);
}

/** How many people like a post; nobody is told who. */
export function likesOf(post: Fields): number {
  for (const action of post.list('actions_summary')) {
    if (typeof action !== 'object' || action === null || Reflect.get(action, 'id') !== LIKE) continue;
    const count: unknown = Reflect.get(action, 'count');
    return Number.isSafeInteger(count) ? Math.max(0, Number(count)) : 0;
  }
  return post.count('like_count') ?? 0;
}

/** Why a post is not seen there, and here. */
export function stateOf(post: Fields): Pick<PostParts, 'state' | 'stateReason'> {
  if (post.flag('user_deleted')) return { state: 'RETRACTED' };
  if (post.has('deleted_at')) return { state: 'REMOVED', stateReason: 'Deleted in Discourse' };
  return post.flag('hidden') ? { state: 'HIDDEN', stateReason: 'Hidden in Discourse' } : {};
}

/** Since when a topic is closed or archived: its notices tell, or else its last post. Unlisted ones are archived here. */
export function closingOf(topic: Fields, notices: readonly DiscoursePost[], created: Instant): Partial<TopicRecord> {
  const last = topic.maybeInstant('last_posted_at') ?? created;
  const unlisted = topic.has('visible') && !topic.flag('visible');
  const archivedAt = topic.flag('archived') ? (noticed(notices, ARCHIVED) ?? last) : unlisted ? last : null;
  const closedAt = topic.flag('closed') ? (noticed(notices, CLOSED) ?? last) : archivedAt;
  return {
    ...(closedAt && { closedAt, closedReason: topic.flag('closed') ? 'Closed in Discourse' : 'Archived in Discourse' }),
    ...(archivedAt && {
      archivedAt,
      archivedNote: topic.flag('archived') ? 'Archived in Discourse' : 'Unlisted in Discourse',
    }),
  };
}

function noticed(notices: readonly DiscoursePost[], codes: readonly string[]): Instant | null {
  const found = notices.findLast(({ notice }) => notice !== null && codes.includes(notice));
  return found ? found.fields.maybeInstant('created_at') : null;
}
