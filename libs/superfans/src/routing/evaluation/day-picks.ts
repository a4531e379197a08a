import { SeededRandom } from '@app/similarity';

/** By how much answered ones must score higher, in deviations, for a day's questions to be told apart so well (AUC). */
const SHIFTS: readonly (readonly [auc: number, shift: number])[] = [
  [0.65, 0.545],
  [0.7, 0.742],
  [0.75, 0.954],
  [0.8, 1.19],
  [0.85, 1.466],
];

/** A question, as it stood for somebody when it was asked. */
export interface SeenQuestion {
  readonly topicId: string;
  /** How likely they answer it, by what was known. */
  readonly chance: number;
  readonly answered: boolean;
  /** Whether somebody else answers before they do. */
  readonly taken: boolean;
}

/** What is hit when people are asked about what scores highest of a whole day. */
export interface DayPick {
  readonly by: string;
  /** How often an answered question scores higher than another of its day, as a mean of answers: 0.5 says nothing. */
  readonly toldApart: number;
  readonly hits: ReadonlySet<string>;
}

type Score = (question: SeenQuestion) => number;

/**
 * Where hits are lost: picks each day's questions for each person in hindsight, by what was known, by more than was known,
 * and as well as if a day's questions could be told apart better. Which days somebody answers much makes no difference
 * here, because asks of one day can't be spent on another.
 */
export class DayPicks {
  private readonly days = new Map<string, SeenQuestion[]>();

  constructor(
    /** Asks a person a day. */
    private readonly cap: number,
    private readonly seed: number,
  ) {}

  /** @param day since 1970 */
  add(day: number, memberId: string, question: SeenQuestion): void {
    const key = `${day} ${memberId}`;
    const seen = this.days.get(key);
    if (seen) seen.push(question);
    else this.days.set(key, [question]);
  }

  all(): DayPick[] {
    const random = new SeededRandom(this.seed);
    return [
      this.pick('the chance of the router', ({ chance }) => chance),
      this.pick('the chance, and who else answers before', ({ chance, taken }) => (taken ? chance - 1 : chance)),
      ...SHIFTS.map(([auc, shift]) =>
        this.pick(`scores with an AUC of ${auc}`, ({ answered }) => random.normal() + (answered ? shift : 0)),
      ),
      this.pick('who answers', ({ answered }) => (answered ? 1 : 0)),
    ];
  }

  private pick(by: string, score: Score): DayPick {
    const hits = new Set<string>();
    let above = 0;
    let answers = 0;
    for (const seen of this.days.values()) {
      const scored = seen.map((question) => ({ question, value: score(question) })).sort((a, b) => b.value - a.value);
      for (const { question } of scored.slice(0, this.cap)) if (question.answered) hits.add(question.topicId);
      const answered = scored.filter(({ question }) => question.answered);
      const others = scored.filter(({ question }) => !question.answered);
      if (others.length === 0) continue;
      answers += answered.length;
      for (const { value } of answered) {
        const half = others.filter((other) => other.value === value).length / 2;
        above += (others.filter((other) => other.value < value).length + half) / others.length;
      }
    }
    return { by, toldApart: above / Math.max(answers, 1), hits };
  }
}
