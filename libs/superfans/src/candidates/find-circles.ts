import { findSuperfans, type FoundSuperfan, type Helped } from './find-superfans';
import { heardReplies } from './heard-replies';
import { DAY, type HelperRecord, type PastReply } from './past-help';
import { LOOK_BACK } from './superfan-state';

/** Somebody who would be found if whoever asked them counted, though nobody else knows those. */
export interface AskerCircle {
  readonly subjectId: string;
  /** Askers whom nobody else knows. */
  readonly askerIds: readonly string[];
  /** What speaks for it, in words. */
  readonly because: string;
}

const MINUTE = 60_000;

/**
 * Those who are not found only because hardly anybody knows their askers: accounts of their own, or people nobody else
 * helps. Of somebody at whom a lead has looked, what came since.
 */
export function findCircles(helped: Helped, found: readonly FoundSuperfan[]): AskerCircle[] {
  const { records, asOf } = helped;
  const listed = new Set(found.map(({ memberId }) => memberId));
  const all = new Map(
    [...records].map(([id, record]) => [id, { ...record, unknownPerKnown: Number.POSITIVE_INFINITY }]),
  );
  const recent = (record: HelperRecord): PastReply[] =>
    record.replies.filter(({ at }) => at >= asOf - LOOK_BACK * DAY && at < asOf);
  return findSuperfans({ ...helped, records: all }).flatMap(({ memberId }) => {
    const record = records.get(memberId)!;
    const replies = recent(record);
    const unheard = replies.length - heardReplies(replies, record).length;
    // Of whom a lead has looked at before more is shown once there is more, though they are listed.
    if (unheard === 0 || (listed.has(memberId) && record.unknownGranted === 0)) return [];
    const others = [...records.values()].filter((other) => other !== record).flatMap(recent);
    return [{ subjectId: memberId, askerIds: unknownAskers(replies), because: evidenceOf(replies, others) }];
  });
}

function unknownAskers(replies: readonly PastReply[]): string[] {
  return [...new Set(replies.filter(({ askerKnown }) => !askerKnown).map(({ askerId }) => askerId))].sort();
}

function evidenceOf(own: readonly PastReply[], others: readonly PastReply[]): string {
  const askers = new Set(own.map(({ askerId }) => askerId)).size;
  const [mine, usual] = [shareThanked(own), shareThanked(others)];
  const [soon, later] = [minutesUntil(own), minutesUntil(others)];
  return (
    `Nobody whom the company can vouch for has dealt with ${unknownAskers(own).length} of the ${askers} people whom this member helped. ` +
    `Of their threads, ${mine} in 100 ended with thanks, of those of others ${usual} in 100; ` +
    `they answered after ${soon} minutes in the middle, others after ${later}.`
  );
}

/** Of 100 threads, those whose asker said thanks or what solved it. */
function shareThanked(replies: readonly PastReply[]): number {
  const threads = Map.groupBy(replies, ({ topicId }) => topicId);
  const thanked = [...threads.values()].filter((some) =>
    some.some(({ askerId, thanks }) => thanks.some(({ byId }) => byId === askerId)),
  );
  return threads.size === 0 ? 0 : Math.round((100 * thanked.length) / threads.size);
}

function minutesUntil(replies: readonly PastReply[]): number {
  const minutes = replies.map(({ at, askedAt }) => (at - askedAt) / MINUTE).sort((a, b) => a - b);
  return Math.round(minutes[Math.floor(minutes.length / 2)] ?? 0);
}
