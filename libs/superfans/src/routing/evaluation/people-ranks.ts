import { meanOf, type Figure } from '@app/similarity';

/** How well a ranker puts those first who answered. */
export interface PeopleRankFigures {
  readonly ranker: string;
  readonly part: string;
  /** Questions with somebody who answered among those ranked. */
  readonly questions: number;
  readonly first: Figure;
  readonly mrr: Figure;
  readonly recall10: Figure;
  /** People with at least five answers, and the mean of their shares of answers for which they were among the first ten. */
  readonly people: number;
  readonly macro10: Figure;
}

const LEAST_ANSWERS = 5;

/** Judges in which place a ranker puts those who answered. */
export class PeopleRanks {
  private readonly firsts: number[] = [];
  private readonly reciprocal: number[] = [];
  private readonly recall: number[] = [];
  private readonly byPerson = new Map<string, number[]>();

  constructor(
    private readonly ranker: string,
    private readonly part: string,
  ) {}

  /** @param scores higher is better; of equal ones the first comes first @param right who answered */
  add(memberIds: readonly string[], scores: ArrayLike<number>, right: ReadonlySet<string>): void {
    const order = memberIds.map((_, place) => place).sort((a, b) => scores[b]! - scores[a]! || a - b);
    const ranks: number[] = [];
    order.forEach((place, rank) => {
      const memberId = memberIds[place]!;
      if (!right.has(memberId)) return;
      ranks.push(rank + 1);
      const theirs = this.byPerson.get(memberId) ?? [];
      theirs.push(rank < 10 ? 1 : 0);
      this.byPerson.set(memberId, theirs);
    });
    if (ranks.length === 0) return;
    this.firsts.push(ranks[0] === 1 ? 1 : 0);
    this.reciprocal.push(1 / ranks[0]!);
    this.recall.push(ranks.filter((rank) => rank <= 10).length / ranks.length);
  }

  figures(): PeopleRankFigures {
    const people = [...this.byPerson.values()].filter(({ length }) => length >= LEAST_ANSWERS).map(mean);
    return {
      ranker: this.ranker,
      part: this.part,
      questions: this.firsts.length,
      first: meanOf(this.firsts),
      mrr: meanOf(this.reciprocal),
      recall10: meanOf(this.recall),
      people: people.length,
      macro10: meanOf(people),
    };
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
