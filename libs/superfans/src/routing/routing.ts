import type { AskMade, AskToMake, RoutingMoment } from './assignment.ts';
import type { RankedPerson } from './ranked-person.ts';
import type { RoutedQuestion, RoutedReply } from './routed-question.ts';

/** Why somebody passed an ask on. */
export type PassReason = 'NOT_MY_FIELD' | 'NO_TIME' | 'OTHER';

/**
 * What is known of a community's people, fed in order of time. Feeding it the whole past takes seconds at most; it is
 * then kept, and told what is new.
 */
export interface RoutingRecord {
  /** A topic was asked. */
  asked(question: RoutedQuestion): void;
  /** Somebody replied, the asker too. */
  replied(reply: RoutedReply): void;
  /** Somebody was asked. */
  askMade(ask: AskMade): void;
  /** Somebody passed an ask on. */
  askPassed(ask: AskMade, reason: PassReason): void;
  /** A member is known no longer. */
  forget(memberId: string): void;
}

/** Who is likely to answer a question. */
export interface PeopleRanker {
  /** The most likely first; the asker is left out. */
  rank(question: RoutedQuestion, now: number): RankedPerson[];
}

/** Whom to ask now, about what. Pure: the same moment and memory decide the same. */
export interface Assignment {
  decide(moment: RoutingMoment): AskToMake[];
}
