import { lookupPaths, storedPath, type TopicKind, type TopicStatus } from '@app/community';
import type { InterchangeRecord, RedirectRecord } from '../../format/interchange-record';
import type { On, PostParts } from '../../format/record-parts';
import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';

/** What is planned, not planned or completed was an idea; the rest were questions. */
const STATUSES: Readonly<Record<string, readonly [TopicKind, TopicStatus]>> = {
  none: ['QUESTION', 'NONE'],
  answered: ['QUESTION', 'COMPLETE'],
  planned: ['IDEA', 'ACTIVE'],
  not_planned: ['IDEA', 'REJECTED'],
  completed: ['IDEA', 'COMPLETE'],
};

/** The kind and the status that the status of a post tells. */
export function kindAndStatusOf(post: Fields, findings: Findings): readonly [TopicKind, TopicStatus] {
  const name =
    post
      .line('status')
      ?.toLowerCase()
      .replace(/[\s-]+/g, '_') ?? 'none';
  const known = Object.hasOwn(STATUSES, name) ? STATUSES[name] : undefined;
  if (!known) findings.leaveOut('unknown statuses');
  return known ?? ['QUESTION', 'NONE'];
}

/** Whether the source tells how many votes something has. */
export function hasVotes(post: Fields): boolean {
  return post.has('vote_sum') || post.has('vote_count');
}

/** Votes from their sum (up less down) and their number (up and down). */
export function votesOf(post: Fields, on: On): InterchangeRecord[] {
  const sum = post.integer('vote_sum') ?? 0;
  const count = Math.max(post.count('vote_count') ?? 0, Math.abs(sum));
  const down = Math.floor((count - sum) / 2);
  return count > 0 ? [{ kind: 'vote', on, up: sum + down, down }] : [];
}

/** The address that leads to something by its id, and the one that the source tells where that is another. */
export function redirectsOf(thing: Fields, short: string, to: RedirectRecord['to']): RedirectRecord[] {
  const told = storedPath(thing.line('html_url') ?? '');
  const other = told !== null && told !== '/' && !lookupPaths(told).includes(short) ? [told] : [];
  return [short, ...other].map((path) => ({ kind: 'redirect', path, to }));
}

/** When and by whom it was written. An edit by its author is not told apart from a vote or a comment. */
export function timesOf(post: Fields): Pick<PostParts, 'createdAt' | 'editedAt'> {
  const editedAt = post.maybeInstant('non_author_updated_at');
  return { createdAt: post.instant('created_at'), ...(editedAt && { editedAt }) };
}
