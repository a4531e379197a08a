import { PROBABLY_ANSWERED } from '../suggestions/rank-suggestions.ts';
import { meanOf, type Figure } from './rank-metrics.ts';

/** What a card "probably answered" would have done, shown from one confidence on. */
export interface AlarmFigures {
  readonly threshold: number;
  /** Of the questions in which someone later pointed to the first suggestion: how many would have had the card. */
  readonly caught: Figure;
  /** Of the questions in which nobody pointed to anything: how many would have had a card all the same. */
  readonly falseAlarms: Figure;
  /** Of the questions with a card: in how many someone later pointed to what it shows. */
  readonly right: Figure;
}

/** How cards do: at the fixed threshold, and at the one that catches half of the right ones. */
export interface AlarmStanding {
  readonly ranker: string;
  readonly kind: string;
  readonly questions: number;
  readonly linked: number;
  readonly firstIsRight: number;
  readonly fixed: AlarmFigures;
  readonly half: AlarmFigures;
}

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
  readonly linked: boolean;
}

/** Gathers what the first suggestion of each question was, whether anything was linked there or not. */
export class Alarms {
  private readonly judged: Judged[] = [];
  private readonly ranker: string;
  private readonly kind: string;

  constructor(ranker: string, kind: string) {
    this.ranker = ranker;
    this.kind = kind;
  }

  add(one: Judged): void {
    this.judged.push(one);
  }

  standing(): AlarmStanding {
    const rights = this.judged.filter(({ right }) => right).map(({ confidence }) => confidence);
    const half = rights.sort((a, b) => a - b)[Math.floor(rights.length / 2)] ?? 1;
    return {
      ranker: this.ranker,
      kind: this.kind,
      questions: this.judged.length,
      linked: this.judged.filter(({ linked }) => linked).length,
      firstIsRight: rights.length,
      fixed: this.figures(PROBABLY_ANSWERED),
      half: this.figures(half),
    };
  }

  private figures(threshold: number): AlarmFigures {
    const shown = (one: Judged): number => (one.confidence >= threshold ? 1 : 0);
    const cards = this.judged.filter((one) => shown(one) === 1);
    return {
      threshold,
      caught: meanOf(this.judged.filter(({ right }) => right).map(shown)),
      falseAlarms: meanOf(this.judged.filter(({ linked }) => !linked).map(shown)),
      right: meanOf(cards.map(({ right }) => (right ? 1 : 0))),
    };
  }
}
