import { heardReplies } from './heard-replies';
import { DAY, dayOf, type HelperRecord, type PastReply } from './past-help';

/** How much and how somebody helped within a window. */
export interface HelpFigures {
  readonly replies: number;
  readonly threads: number;
  /** Threads of askers with whom nobody else has dealt, too many to count; none of them is in `threads`. */
  readonly unheardThreads: number;
  /** Days in UTC on which they answered. */
  readonly days: number;
  /** Days on which they posted anything. */
  readonly presentDays: number;
  /** Threads of the last third of the window. */
  readonly lateThreads: number;
  /** Young threads in which nobody or only one other had answered before them. */
  readonly quietThreads: number;
  /** How often they were thanked: an asker counts once, anybody else once in each thread. */
  readonly thanks: number;
  /** Share of the replies that tell of having the same problem. */
  readonly sharing: number;
  /** Mean of ln(1 + words that speak to the asker). */
  readonly addressing: number;
  /** The first and the last reply within the window; null where there is none. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

/** A thread is young for so long. */
const YOUNG = 7 * DAY;

/** The figures of one helper from `from` on up to `to`, out of nothing that is younger than `to`. */
export function helpFigures(record: HelperRecord, from: number, to: number): HelpFigures {
  const all = record.replies.filter(({ at }) => at >= from && at < to);
  const within = heardReplies(all, record);
  const heard = new Set(within.map(({ topicId }) => topicId));
  const unheard = new Set(all.map(({ topicId }) => topicId).filter((topicId) => !heard.has(topicId)));
  const present = record.presence.filter(({ at, topicId }) => at >= from && at < to && !unheard.has(topicId));
  const isUnheard = ({ topicId, askerKnown }: PastReply): boolean => !askerKnown && unheard.has(topicId);
  const late = from + ((to - from) * 2) / 3;
  const topics = (some: readonly PastReply[]): number => new Set(some.map(({ topicId }) => topicId)).size;
  const firsts = new Map<string, PastReply>();
  for (const reply of within) if (!firsts.has(reply.topicId)) firsts.set(reply.topicId, reply);
  const mean = (of: (reply: PastReply) => number): number =>
    within.length === 0 ? 0 : within.reduce((sum, reply) => sum + of(reply), 0) / within.length;
  return {
    replies: within.length,
    threads: firsts.size,
    unheardThreads: Number.isFinite(record.unknownPerKnown) ? topics(all.filter(isUnheard)) : 0,
    days: new Set(within.map(({ at }) => dayOf(at))).size,
    presentDays: new Set(present.map(({ at }) => dayOf(at))).size,
    lateThreads: topics(within.filter(({ at }) => at >= late)),
    quietThreads: [...firsts.values()].filter(({ others, at, askedAt }) => others <= 1 && at - askedAt < YOUNG).length,
    thanks: thanksIn(within, to),
    sharing: mean(({ words }) => (words.sharesProblem ? 1 : 0)),
    addressing: mean(({ words }) => Math.log1p(words.addressing)),
    firstAt: within[0]?.at ?? null,
    lastAt: within.at(-1)?.at ?? null,
  };
}

function thanksIn(replies: readonly PastReply[], to: number): number {
  const thankers = new Set<string>();
  for (const { topicId, askerId, thanks } of replies) {
    for (const { byId, at } of thanks) if (at < to) thankers.add(byId === askerId ? byId : `${byId} ${topicId}`);
  }
  return thankers.size;
}
