import { counted } from '@app/kernel';
import type { AskPlace } from '../../routing/assignment';
import type { RankReasons } from '../../routing/ranked-person';

/** How lately somebody replied, no finer than whoever asks needs to know: each can look it up, and when they are here is nobody's business. */
export const SEEN = ['THIS_WEEK', 'THIS_MONTH', 'BEFORE'] as const;

/** See {@link SEEN}. */
export type Seen = (typeof SEEN)[number];

/** Why somebody was asked, as whoever asked the topic is told. */
export interface AskReasons {
  /** Earlier threads like it in which they replied. */
  readonly similarAnswered: number;
  /** Topics of the last 60 days in which they replied. */
  readonly answeredLately: number;
  /** Topics about the same product in which they replied. */
  readonly sameProduct: number;
  readonly seen: Seen;
}

const DAY = 86_400_000;

/** What of a ranking's reasons is kept. */
export function askReasons(reasons: RankReasons, now: number): AskReasons {
  const { similarAnswered, answeredLately, sameProduct, lastReplyAt } = reasons;
  const days = (now - lastReplyAt) / DAY;
  const seen = days <= 7 ? 'THIS_WEEK' : days <= 30 ? 'THIS_MONTH' : 'BEFORE';
  return {
    similarAnswered: Math.round(similarAnswered),
    answeredLately: Math.round(answeredLately),
    sameProduct: Math.round(sameProduct),
    seen,
  };
}

const SEEN_WORDS: Readonly<Record<Seen, string>> = {
  THIS_WEEK: 'replied here this week',
  THIS_MONTH: 'replied here this month',
  BEFORE: 'has helped here before',
};

/** The same in words: "answered 4 similar questions, replied here this week". */
export function reasonsInWords(reasons: AskReasons, place: AskPlace): string[] {
  const { similarAnswered, answeredLately, sameProduct, seen } = reasons;
  const words: string[] = [];
  if (place === 'NEWCOMER') words.push('is new here and has begun to help');
  if (similarAnswered > 0) words.push(`answered ${counted(similarAnswered, 'similar question')}`);
  if (sameProduct > 0) words.push(`answered ${counted(sameProduct, 'question')} about the same product`);
  if (answeredLately > 0) words.push(`answered ${counted(answeredLately, 'question')} in the last 60 days`);
  words.push(SEEN_WORDS[seen]);
  return words;
}
