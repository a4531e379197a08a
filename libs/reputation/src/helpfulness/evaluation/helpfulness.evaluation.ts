import type { HelpRow } from '../help-read';
import { helpfulnessIn } from '../helpfulness';
import { HelpMemory } from '../help-memory';
import type { HelpContext } from '../help-sums';
import { HelpBaselines } from './help-baselines';
import { HelpHappenings, type HelpWitness } from './help-happenings';
import type { HelpHistory } from './help-history';
import { judgeQuestion, type JudgedQuestion } from './judged-question';
import { agreement, helpAfter, type Agreement } from './next-year';

/** What is judged. */
export interface HelpPeriod {
  /** Questions from here on, in milliseconds since 1970; the last 15 % of those that can be judged where it is null. */
  readonly from: number | null;
  /** Not included. */
  readonly to: number;
}

/** How one way of ranking people did, question by question in the order of time. */
export interface HelpStanding {
  readonly ranker: string;
  readonly questions: readonly JudgedQuestion[];
  /** How its order at the beginning agrees with who helped in the year after; null where nobody had answered before. */
  readonly nextYear: Agreement | null;
}

const LAST_SHARE = 0.15;
/** The ceiling: what can be known of people at all, once it is known how they did in all other threads, later ones too. */
const HINDSIGHT = 'ceiling: helpfulness in hindsight';
const EVERYWHERE: HelpContext = { productIds: [], tagIds: [] };

/** A question that was solved by one of several who answered. */
interface Solved {
  readonly thread: HelpRow;
  readonly people: readonly string[];
  readonly solver: string;
}

/**
 * At each question that one of several people solved: did reputation, as it stood when it was asked, put that person
 * first among them? By the code that serves, knowing only what came before.
 */
export class HelpfulnessEvaluation {
  constructor(private readonly history: HelpHistory) {}

  run(period: HelpPeriod): HelpStanding[] {
    const { from, questions } = this.wanted(period);
    const present = new Present();
    const hindsight = this.hindsight();
    const happenings = new HelpHappenings(this.history, present.witnesses);
    happenings.goTo(from);
    const agreements = this.agreements(present, from);
    const judged = new Map<string, JudgedQuestion[]>();
    for (const { thread, people, solver } of questions) {
      happenings.goTo(thread.at);
      const all = present.scores(people, thread, thread.at);
      all.set(HINDSIGHT, new Map(people.map((id) => [id, inHindsight(hindsight, id, thread)])));
      for (const [ranker, scores] of all) {
        const list = judged.get(ranker) ?? [];
        list.push(judgeQuestion(scores, solver));
        judged.set(ranker, list);
      }
    }
    return [...judged].map(([ranker, list]) => ({ ranker, questions: list, nextYear: agreements.get(ranker) ?? null }));
  }

  private wanted({ from, to }: HelpPeriod): { from: number; questions: readonly Solved[] } {
    const all = this.solved().filter(({ thread }) => thread.at < to);
    const start = from ?? all[Math.floor(all.length * (1 - LAST_SHARE))]?.thread.at ?? to;
    return { from: start, questions: all.filter(({ thread }) => thread.at >= start) };
  }

  private solved(): Solved[] {
    const marks = this.history.confirmations.filter(({ kind }) => kind === 'SOLVED').toSorted((a, b) => a.at - b.at);
    const order = new Map(marks.map(({ answerId }, place) => [answerId, place]));
    return this.history.threads.flatMap((thread) => {
      const people = [...new Set(thread.answers.map(({ authorId }) => authorId))];
      const [first] = thread.answers
        .filter(({ id }) => order.has(id))
        .toSorted((a, b) => order.get(a.id)! - order.get(b.id)!);
      return first && people.length > 1 ? [{ thread, people, solver: first.authorId }] : [];
    });
  }

  private hindsight(): HelpMemory {
    const memory = new HelpMemory();
    new HelpHappenings(this.history, [remembering(memory)]).goTo(Number.MAX_SAFE_INTEGER);
    return memory;
  }

  private agreements(present: Present, from: number): ReadonlyMap<string, Agreement> {
    const help = helpAfter(this.history, from);
    const scores = present.scores([...present.memory.members()], EVERYWHERE, from);
    return new Map([...scores].map(([ranker, given]) => [ranker, agreement(given, help)]));
  }
}

/** What is known at a moment. */
class Present {
  readonly memory = new HelpMemory();
  private readonly baselines = new HelpBaselines();

  get witnesses(): HelpWitness[] {
    return [this.baselines, remembering(this.memory)];
  }

  /** By ranker, the scores of some people. */
  scores(people: readonly string[], context: HelpContext, now: number): Map<string, Map<string, number>> {
    const all = new Map<string, Map<string, number>>();
    for (const id of people) {
      const sums = this.memory.sumsOf(id, now, context);
      const scores = {
        ...this.baselines.scores(id),
        'helpfulness, wherever': helpfulnessIn(EVERYWHERE, sums).least,
        'helpfulness, likely': helpfulnessIn(context, sums).likely,
        helpfulness: helpfulnessIn(context, sums).least,
      };
      for (const [ranker, score] of Object.entries(scores)) {
        const scored = all.get(ranker) ?? new Map<string, number>();
        all.set(ranker, scored.set(id, score));
      }
    }
    return all;
  }
}

function inHindsight(memory: HelpMemory, memberId: string, { id, at }: HelpRow): number {
  return helpfulnessIn(EVERYWHERE, memory.sumsOf(memberId, at, EVERYWHERE, id)).least;
}

function remembering(memory: HelpMemory): HelpWitness {
  return {
    asked: (thread) => memory.ask(thread),
    answered: ({ id }, answer) => memory.answer({ ...answer, threadId: id }),
    voted: (answerId, up, down) => memory.confirm(answerId, up - down),
    confirmed: (answerId, _solved, stars) => memory.confirm(answerId, stars),
  };
}
