import type { PastReply } from '../candidates/past-help';

/** What became of an answer, whenever that was. */
export interface AnswerOutcome {
  /** Marked as the solution. */
  readonly solved: boolean;
  /** Votes and stars for it, less votes against it. */
  readonly net: number;
}

const SOLVED = 3;
const VOTED = 2;
const THANKED = 1;

/**
 * Helpful output of some replies: in each thread 3 if one of them is its solution, 2 more if one has more votes for than
 * against it, 1 more if the asker said thanks.
 */
export function helpfulOutput(replies: readonly PastReply[], outcomes: ReadonlyMap<string, AnswerOutcome>): number {
  const threads = new Map<string, { solved: number; voted: number; thanked: number }>();
  for (const { id, topicId, askerId, thanks } of replies) {
    const thread = threads.get(topicId) ?? { solved: 0, voted: 0, thanked: 0 };
    const outcome = outcomes.get(id);
    if (outcome?.solved) thread.solved = SOLVED;
    if (outcome && outcome.net >= 1) thread.voted = VOTED;
    if (thanks.some(({ byId }) => byId === askerId)) thread.thanked = THANKED;
    threads.set(topicId, thread);
  }
  return [...threads.values()].reduce((sum, { solved, voted, thanked }) => sum + solved + voted + thanked, 0);
}

/** Who counts as one of the most helpful: so much output at least, the top 3 % or whoever has any. */
export function helpfulFrom(outputs: readonly number[], share: number): number {
  const place = Math.max(1, Math.round(share * outputs.length));
  return Math.max(1, outputs.toSorted((a, b) => b - a)[place - 1] ?? 1);
}
