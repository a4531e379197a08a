import { meanOf, type Figure } from '@app/similarity';

/** Whether a score puts the questions of a day that somebody answered above those that they did not. */
export interface MatchFigures {
  readonly score: string;
  readonly part: string;
  readonly people: number;
  /** The mean of the people's own figures: 0.5 says nothing, 1 all. */
  readonly auc: Figure;
}

const LEAST_ANSWERS = 10;

interface Seen {
  readonly value: number;
  readonly answered: boolean;
}

/** Compares, day by day and person by person, what they answered with what they did not. */
export class DayMatching {
  private today = new Map<string, Seen[]>();
  private day = -1;
  private readonly people = new Map<string, { answers: number; above: number; pairs: number }>();

  /** A question, as a score says it suits somebody. @param day since 1970; days come in order */
  add(day: number, memberId: string, value: number, answered: boolean): void {
    if (day !== this.day) this.endDay();
    this.day = day;
    const seen = this.today.get(memberId);
    if (seen) seen.push({ value, answered });
    else this.today.set(memberId, [{ value, answered }]);
  }

  figures(score: string, part: string, isWanted: (memberId: string) => boolean): MatchFigures {
    this.endDay();
    const shares = [...this.people]
      .filter(([memberId, { answers, pairs }]) => answers >= LEAST_ANSWERS && pairs > 0 && isWanted(memberId))
      .map(([, { above, pairs }]) => above / pairs);
    return { score, part, people: shares.length, auc: meanOf(shares) };
  }

  private endDay(): void {
    for (const [memberId, seen] of this.today) {
      const answered = seen.filter((one) => one.answered);
      if (answered.length === 0) continue;
      const person = this.people.get(memberId) ?? { answers: 0, above: 0, pairs: 0 };
      this.people.set(memberId, person);
      person.answers += answered.length;
      for (const other of seen) {
        if (other.answered) continue;
        for (const { value } of answered) {
          person.pairs++;
          person.above += value > other.value ? 1 : value === other.value ? 0.5 : 0;
        }
      }
    }
    this.today = new Map();
  }
}
