import type { CountedThanks, PastThread } from './past-help';

/** Two are enough to know whether there is one beside the helper. */
const ENOUGH = 2;
/** How far a helper's askers may be from what is usual. */
const SLACK = 2;

/**
 * Which askers are known to somebody else than who helped them: one of the witnesses has written in a topic of theirs, or
 * confirmed an answer there. Witnesses are members whom the company can vouch for: nobody can make those, while words that count can be earned by an
 * account for another one of its owner.
 */
export class KnownAskers {
  private readonly seenBy = new Map<string, Set<string>>();

  constructor(
    threads: Iterable<PastThread>,
    thanks: readonly CountedThanks[],
    private readonly witnesses: ReadonlySet<string>,
  ) {
    const askers = new Map<string, string>();
    for (const { askerId, posts } of threads) {
      for (const { id, authorId } of posts) {
        askers.set(id, askerId);
        this.see(askerId, authorId);
      }
    }
    for (const { postId, byId } of thanks) {
      const askerId = askers.get(postId);
      if (askerId !== undefined) this.see(askerId, byId);
    }
  }

  /** Whether the asker of a thread is known to somebody else than this helper. */
  has({ askerId, imported }: Pick<PastThread, 'askerId' | 'imported'>, helperId: string): boolean {
    if (imported || this.witnesses.has(askerId)) return true;
    for (const id of this.seenBy.get(askerId) ?? []) if (id !== helperId) return true;
    return false;
  }

  private see(askerId: string, byId: string): void {
    if (byId === askerId || !this.witnesses.has(byId)) return;
    const seen = this.seenBy.get(askerId);
    if (!seen) this.seenBy.set(askerId, new Set([byId]));
    else if (seen.size < ENOUGH) seen.add(byId);
  }
}

/** Askers of one helper, as far as imports did not bring them. */
export interface AskersMet {
  readonly known: number;
  readonly unknown: number;
}

/** What is usual: of all helpers at least one of whose askers is known, so that accounts that help each other change nothing. */
export function askersMet(helpers: readonly AskersMet[]): AskersMet {
  let [known, unknown] = [0, 0];
  for (const one of helpers.filter((helper) => helper.known > 0)) {
    known += one.known;
    unknown += one.unknown;
  }
  return { known, unknown };
}

/**
 * How many unknown askers are heard for each known one: twice as many as all other helpers have, and two at least. Where
 * nobody else's askers are known, that a helper's are not says nothing: all are heard.
 */
export function unknownPerKnown(own: AskersMet, all: AskersMet): number {
  const counted = own.known > 0 ? own : { known: 0, unknown: 0 };
  const [known, unknown] = [all.known - counted.known, all.unknown - counted.unknown];
  return known === 0 ? Number.POSITIVE_INFINITY : SLACK * Math.max(1, unknown / known);
}
