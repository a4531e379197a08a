import { FACES, statusesOf, TOPIC_STATUSES, type TopicKind, type TopicStatus } from '@app/community';
import type { Role } from '@app/kernel';
import type { TopicRecord } from '../../format/post.records';
import type { Instant } from '../../format/record-parts';
import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';

/** Talk and discussion are what it called questions that ask for opinions, in its first years. */
const KINDS: Readonly<Record<string, TopicKind>> = {
  question: 'QUESTION',
  problem: 'PROBLEM',
  idea: 'IDEA',
  praise: 'PRAISE',
  update: 'UPDATE',
  talk: 'QUESTION',
  discussion: 'QUESTION',
};
const SPOKESPERSON = /^(official rep|company admin|admin)/i;
const FEELING_LENGTH = 80;

/** The kind that a style means; a question where there is none, or one that nobody knows. */
export function kindOf(topic: Fields, findings: Findings): TopicKind {
  const style = topic.line('style')?.toLowerCase();
  const kind = style === undefined ? 'QUESTION' : KINDS[style];
  if (!kind) findings.leaveOut('unknown styles');
  return kind ?? 'QUESTION';
}

/** The status, where topics of the kind have it. */
export function statusOf(topic: Fields, kind: TopicKind, findings: Findings): TopicStatus {
  const name = topic.line('status')?.toUpperCase() ?? 'NONE';
  const status = TOPIC_STATUSES.find((known) => known === name);
  if (status && statusesOf(kind).includes(status)) return status;
  findings.leaveOut(status ? 'statuses of praise and updates' : 'unknown statuses');
  return 'NONE';
}

/** The face that somebody chose and what they wrote beside it; how strongly they felt it was never asked for. */
export function sentimentOf(topic: Fields): TopicRecord['sentiment'] {
  const emotitag = topic.inner('emotitag');
  const name = emotitag?.line('face')?.toUpperCase();
  const face = FACES.find((known) => known === name);
  if (!emotitag || !face) return null;
  const feeling = emotitag.line('feeling');
  return { face, feeling: feeling && Array.from(feeling).slice(0, FEELING_LENGTH).join('') };
}

/** The role that the flags of a person or of a post tell; the title tells who speaks for the company. */
export function roleOf(flags: Fields, title: string | null): Role {
  if (title !== null && SPOKESPERSON.test(title)) return 'REPRESENTATIVE';
  if (flags.flag('employee')) return 'EMPLOYEE';
  return flags.flag('champion') ? 'CHAMPION' : 'CUSTOMER';
}

/** The objects of a list that stands in an object, as it is or in the envelope of the API. */
export function listIn(thing: Fields, name: string): readonly unknown[] {
  if (!thing.has(name) || Array.isArray(thing.value(name))) return thing.list(name);
  return thing.inner(name)?.list('data') ?? [];
}

/** The role that the post itself tells, which is the one of that day. */
export function roleAtPosting(post: Fields): Role {
  return roleOf(post, post.inner('author')?.line('title') ?? null);
}

/** Removed posts and spam are kept where only staff sees them: what was said about them refers to them. */
export function removalOf(post: Fields): Pick<TopicRecord, 'state' | 'stateReason'> {
  if (post.flag('is_spam')) return { state: 'REMOVED', stateReason: 'Spam' };
  return post.flag('is_removed') || post.flag('removed')
    ? { state: 'REMOVED', stateReason: 'Removed in Get Satisfaction' }
    : {};
}

/** What was archived there was closed by it, as it is here. */
export function closingOf(topic: Fields, createdAt: Instant): Partial<TopicRecord> {
  const archived = topic.flag('is_archived');
  if (!archived && !topic.flag('is_closed')) return {};
  const at = topic.maybeInstant('closed_at') ?? topic.maybeInstant('last_active_at') ?? createdAt;
  const closed = { closedAt: at, closedReason: 'Closed in Get Satisfaction' };
  return archived ? { ...closed, archivedAt: at, archivedNote: 'Archived in Get Satisfaction' } : closed;
}
