import type { RoutingMoment } from '../../routing/assignment';
import type { RoutedQuestion } from '../../routing/routed-question';
import type { LikeThreads } from './like-threads';
import type { RoutingMind } from './routing-mind';

const DAY = 86_400_000;
/** How far the past is gone through again at most, and how many of its questions about. */
const DAYS = 7;
const QUESTIONS = 200;
/** It may take about so many milliseconds: where very many people help, fewer questions are gone through. */
const BUDGET = 3_000;
/** Earlier threads that are looked at for a question. */
export const LIKE = 200;

/** Where the past is gone through again. */
export interface RehearsalParts {
  readonly communityId: string;
  readonly mind: RoutingMind;
  readonly like: Pick<LikeThreads, 'of'>;
  /** Who can be asked: only they can expect anything. Read once. */
  readonly askable: () => Promise<RoutingMoment['people']>;
}

/**
 * Goes through the last days again while a memory is filled, and makes no ask: so that the router knows what each person
 * could have been asked, and does not take a common question for the best of their day.
 */
export class Rehearsal {
  private before = 0;
  /** How long questions took, in milliseconds. */
  private readonly took = { all: 0, questions: 0 };

  private people: RoutingMoment['people'] | null = null;

  constructor(
    private readonly parts: RehearsalParts,
    private readonly now = Date.now(),
    private readonly clock = (): number => performance.now(),
  ) {}

  /** A question was asked; the memory knows of it, and of nothing later. */
  async asked(question: RoutedQuestion): Promise<void> {
    const age = this.now - question.at;
    if (age > 2 * DAYS * DAY) return;
    if (age > DAYS * DAY) this.before++;
    if (age > this.days * DAY) return;
    const { communityId, mind, like: threadsLike, askable } = this.parts;
    this.people ??= await askable();
    const { threads: like } = await threadsLike.of(communityId, question.topicId, LIKE);
    const begun = this.clock();
    mind.assignment.decide({
      now: question.at,
      open: [{ question: { ...question, like }, asked: [] }],
      arrived: new Set([question.topicId]),
      active: new Set(),
      people: this.people,
      caps: { perQuestion: 1 },
    });
    this.took.all += this.clock() - begun;
    this.took.questions++;
  }

  /** So many days as have about as many questions as may be, by those of the week before. */
  private get days(): number {
    const most = Math.min(QUESTIONS, (BUDGET * this.took.questions) / Math.max(this.took.all, 1) || QUESTIONS);
    return Math.min(DAYS, (most * DAYS) / Math.max(1, this.before));
  }
}
