import type { HelpThread } from './help-memory';

/** What a member solved in one place. */
export interface SolvedSums {
  readonly questions: number;
  /** Different people who asked them. */
  readonly people: number;
  /** When the last of them was said to be solved, in milliseconds since 1970. */
  readonly lastAt: number;
}

interface Solved {
  readonly topics: Set<string>;
  readonly people: Set<string>;
  lastAt: number;
}

/** Counts which questions about what somebody solved, for whom: evidence that anybody can look up. */
export class SolvedEvidence {
  private readonly byMember = new Map<string, Map<string, Solved>>();

  add(memberId: string, { id, askerId, productIds, tagIds }: HelpThread, at: number): void {
    const places = this.byMember.get(memberId) ?? new Map<string, Solved>();
    this.byMember.set(memberId, places);
    for (const place of new Set([...productIds, ...tagIds])) {
      const solved = places.get(place) ?? { topics: new Set(), people: new Set(), lastAt: at };
      solved.topics.add(id);
      solved.people.add(askerId);
      solved.lastAt = Math.max(solved.lastAt, at);
      places.set(place, solved);
    }
  }

  /** @param place the key of a product or a tag */
  of(memberId: string, place: string): SolvedSums | null {
    const solved = this.byMember.get(memberId)?.get(place);
    return solved ? { questions: solved.topics.size, people: solved.people.size, lastAt: solved.lastAt } : null;
  }
}
