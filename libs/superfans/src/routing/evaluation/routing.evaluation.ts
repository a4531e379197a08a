import { setImmediate } from 'node:timers/promises';
import { meanOf, type Figure, type History, type WordsOf, type WordVectors } from '@app/similarity';
import { AssignmentPolicy } from '../assignment-policy';
import { pickUpsOf, type PickUps, type RoutingPast } from '../learning/routing-past';
import { teach } from '../learning/routing-teacher';
import { RoutingReplay, type RoutingWitness } from '../learning/routing-replay';
import { Router } from '../router';
import { RoutingMemory } from '../routing-memory';
import type { RoutingModel } from '../routing-model';
import type { MatchFigures } from './day-matching';
import { loadFigures, type AskedPair } from './load-figures';
import { PastLikeness } from './past-likeness';
import type { PeopleRankFigures } from './people-ranks';
import { PolicyRun } from './policy-run';
import { RoutingJudgement } from './routing-judgement';

const DAY = 86_400_000;
/** So long a policy gets to know what people can expect. */
const WARM_DAYS = 14;
/** Who was most active in so much time before is not of the second tier. */
const ACTIVE_DAYS = 180;
const MOST_ACTIVE = 10;
/** So many questions happen again before others get their turn. */
const AT_ONCE = 20;

/** What is judged. */
export interface RoutingPeriod {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  /** Taught by nothing later than `from`. */
  readonly vectors: WordVectors;
  readonly wordsOf: WordsOf;
  readonly seed: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: string, done: number) => void;
}

/** How a way to ask does under the caps. */
export interface CapStanding {
  readonly policy: string;
  readonly asks: number;
  readonly hit: Figure;
  /** Where asking came at least five minutes before. */
  readonly hitEarly: Figure;
  readonly yield: Figure;
  readonly topTen: number;
  readonly others: number;
  readonly people: number;
  readonly medianLead: number;
}

/** What the most active would hit, were each asked about what scores highest of a whole day, in hindsight. */
export interface DayPickStanding {
  readonly by: string;
  /** How often what they answered scores higher than what they did not answer of that day. */
  readonly toldApart: number;
  readonly hit: Figure;
}

export interface RoutingStandings {
  readonly questions: number;
  readonly answered: number;
  /** The share of answered questions that could be hit at most under the caps. */
  readonly ceiling: number;
  readonly rankings: readonly PeopleRankFigures[];
  readonly matches: readonly MatchFigures[];
  readonly caps: readonly CapStanding[];
  readonly dayPicks: readonly DayPickStanding[];
  readonly model: RoutingModel;
}

/** Lets a community happen again, and judges who would have been asked, by the code that serves, knowing only what came before. */
export class RoutingEvaluation {
  private readonly likeness: PastLikeness;
  private readonly pickUps: PickUps;

  constructor(
    private readonly history: History,
    private readonly past: RoutingPast,
    private readonly period: RoutingPeriod,
  ) {
    this.likeness = new PastLikeness(history, period.vectors);
    this.pickUps = pickUpsOf(past);
  }

  /** @throws AbortError where the signal stopped it */
  async run(): Promise<RoutingStandings> {
    const { from, to } = this.period;
    const model = await this.learn();
    const asked = this.past.questions.filter(({ at }) => at >= from && at < to);
    const answered = asked.filter(({ topicId }) => this.pickUps.has(topicId)).map(({ topicId }) => topicId);
    const judgement = await this.judge(model);
    const policies: [string, readonly AskedPair[]][] = [
      ...judgement.plainAsks(),
      ['the policy, as questions come', await this.policy(model, false)],
      ['the policy', await this.policy(model, true)],
    ];
    return {
      questions: asked.length,
      answered: answered.length,
      ceiling: judgement.ceiling() / Math.max(answered.length, 1),
      rankings: judgement.rankings(),
      matches: judgement.matches(),
      caps: policies.map(([name, asks]) => standingOf(name, asks, answered)),
      dayPicks: judgement.dayPicks().map(({ by, toldApart, hits }) => {
        const hit = meanOf(answered.map((id) => (hits.has(id) ? 1 : 0)));
        return { by, toldApart, hit };
      }),
      model,
    };
  }

  private learn(): Promise<RoutingModel> {
    const { from, seed, signal, onProgress } = this.period;
    const told = (done: number): void => onProgress?.('Learning', done);
    return teach(this.past, this.likeness, { until: from, seed, signal, onProgress: told });
  }

  private async judge(model: RoutingModel): Promise<RoutingJudgement> {
    const { from, to, wordsOf, seed } = this.period;
    const router = new Router(new RoutingMemory(), model);
    const texts = new Map(this.history.threads.map(({ id, title, body }) => [id, `${title} ${body}`]));
    const judged = { past: this.past, texts, wordsOf, mostActive: this.mostActive(), from, seed };
    const judgement = new RoutingJudgement(router, judged);
    await this.goTo(new RoutingReplay(this.past, router.memory, this.likeness), 'Judging', to, judgement);
    return judgement;
  }

  private async policy(model: RoutingModel, whenHere: boolean): Promise<readonly AskedPair[]> {
    const { from, to } = this.period;
    const router = new Router(new RoutingMemory(), model);
    const replay = new RoutingReplay(this.past, router.memory, this.likeness);
    await this.goTo(replay, 'Looking back', from - WARM_DAYS * DAY);
    const run = new PolicyRun(router.memory, new AssignmentPolicy(router), this.pickUps, whenHere);
    await this.goTo(replay, 'Asking', to, run);
    const judged = new Set(this.past.questions.flatMap(({ topicId, at }) => (at >= from ? [topicId] : [])));
    return run.asks.filter(({ topicId }) => judged.has(topicId));
  }

  private async goTo(replay: RoutingReplay, step: string, moment: number, witness?: RoutingWitness): Promise<void> {
    const { signal, onProgress } = this.period;
    const begin = this.past.questions[0]?.at ?? 0;
    let done = 0;
    for (const question of replay.goTo(moment, witness)) {
      if (++done % AT_ONCE > 0) continue;
      await setImmediate();
      signal?.throwIfAborted();
      onProgress?.(step, (question.at - begin) / (moment - begin));
    }
  }

  private mostActive(): Set<string> {
    const { from } = this.period;
    const counts = new Map<string, number>();
    for (const answers of this.pickUps.values()) {
      for (const [memberId, at] of answers) {
        if (at >= from - ACTIVE_DAYS * DAY && at < from) counts.set(memberId, (counts.get(memberId) ?? 0) + 1);
      }
    }
    const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_ACTIVE);
    return new Set(most.map(([memberId]) => memberId));
  }
}

function standingOf(policy: string, asks: readonly AskedPair[], answered: readonly string[]): CapStanding {
  const figures = loadFigures(asks, answered);
  const { topTen, others, people, medianLead } = figures;
  return {
    policy,
    asks: figures.asks,
    hit: meanOf(figures.hit),
    hitEarly: meanOf(figures.hitEarly),
    yield: meanOf(figures.answered),
    topTen,
    others,
    people,
    medianLead,
  };
}
