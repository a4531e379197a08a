import type { RankedPerson } from './ranked-person.ts';
import type { RoutedQuestion } from './routed-question.ts';

/** Which place an ask takes: of the best, or one of those that are kept for others than the most active. */
export type AskPlace = 'FIRST' | 'SECOND_TIER' | 'NEWCOMER';

/** Somebody was asked about a question. */
export interface AskMade {
  readonly topicId: string;
  readonly memberId: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  /** How likely it was that they answer, when they were asked; where that is not known a usual value is taken. */
  readonly p?: number;
}

/** A question that still waits, with whom it was asked so far (passed, answered and waiting asks alike). */
export interface OpenQuestion {
  readonly question: RoutedQuestion;
  readonly asked: readonly AskMade[];
}

/** What somebody may be asked at this moment. Who cannot be asked at all (no account, opted out, away) is not told of. */
export interface AskablePerson {
  readonly memberId: string;
  /** Asks that are left to them today; 0 or less: none. */
  readonly asksLeft: number;
  readonly mutedTagIds: ReadonlySet<string>;
}

export interface RoutingCaps {
  /** Asks of a question, over all rounds. */
  readonly perQuestion: number;
}

/**
 * What asks are decided on. A round is held when something was asked (`arrived`), when somebody was just seen replying
 * (`active`), when those who were asked have said nothing for long (`again`), or all of it. Decisions depend on nothing else than this and the memory.
 */
export interface RoutingMoment {
  /** In milliseconds since 1970. */
  readonly now: number;
  /** Open questions that nobody answered yet, those that just arrived among them. */
  readonly open: readonly OpenQuestion[];
  /** Topics that were asked since the last round. */
  readonly arrived: ReadonlySet<string>;
  /** Topics that have waited for long enough: whoever was asked says nothing. One more may be asked about each. */
  readonly again?: ReadonlySet<string>;
  /** Members who replied somewhere since the last round. */
  readonly active: ReadonlySet<string>;
  /** Everybody who can be asked: it is chosen among them, however many others have answered more. */
  readonly people: ReadonlyMap<string, AskablePerson>;
  readonly caps: RoutingCaps;
}

/** An ask that should be made. */
export interface AskToMake extends AskMade {
  readonly p: number;
  readonly place: AskPlace;
  readonly person: RankedPerson;
}
