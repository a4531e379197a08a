import { MONTH } from '../gate/gate.ts';
import { halfOfTheRight } from '../suggestions/half-right.ts';
import type { Suggestion, SuggestionKind } from '../suggestions/suggestion.ts';
import type { History, PastLink } from './history.ts';

/** A first suggestion to which somebody pointed. */
interface Right {
  /** When the question was asked. */
  readonly asked: number;
  /** When somebody pointed to it. */
  readonly known: number;
  readonly score: number;
}

/** Where half of the right ones stood at a moment, by the month before it: what the job that learns finds each night. */
export class PastHalf {
  private readonly links: Readonly<Record<SuggestionKind, ReadonlyMap<string, number>>>;
  private readonly threads: History['threads'];
  private rights: Right[] = [];

  constructor({ threads, articleLinks, threadLinks }: History) {
    this.threads = threads;
    this.links = { ARTICLE: byEnds(articleLinks), TOPIC: byEnds(threadLinks) };
  }

  /** Tells what was suggested first to who asked a thread. */
  suggested(thread: number, { kind, number, score }: Suggestion): void {
    const known = this.links[kind].get(`${thread} ${number}`);
    if (known !== undefined) this.rights.push({ asked: this.threads[thread]!.at, known, score });
  }

  at(moment: number): number {
    this.rights = this.rights.filter(({ asked }) => asked >= moment - MONTH);
    return halfOfTheRight(this.rights.filter(({ known }) => known < moment).map(({ score }) => score));
  }
}

function byEnds(links: readonly PastLink[]): ReadonlyMap<string, number> {
  return new Map(links.map(({ from, to, at }) => [`${from} ${to}`, at]));
}
