import { setImmediate as turn } from 'node:timers/promises';
import { agreement } from '../helpfulness/evaluation/next-year';
import { ATTACKS, type Attack } from './attacks';
import type { Chance } from './chance';
import { exactness } from './exactness';
import type { AgreementStanding, AttackOutcome, AttackStanding, GamingStandings } from './gaming-figures';
import type { GamingHistory } from './gaming-history';
import { epochOf, OURS, SCHEMES, UNDEFENDED, type Scheme, type Scores } from './schemes';

/** Members in the middle of the field, by the answers that somebody confirmed. */
const LEAST_ANSWERS = 3;
const MOST_ANSWERS = 10;
const FIRST = 0.03;
const RESAMPLES = 200;
/** Attacks that are reversed, and all compared afterwards: one of each sort. */
const REVERSED = [ATTACKS[1]!, ATTACKS[3]!, ATTACKS.findLast(({ honest }) => !honest)!];

/** How an evaluation is run. */
export interface GamingRun {
  /** Members of whom it is tried to let them rise. */
  readonly targets: number;
  /** The same choices for the same number. */
  readonly chance: (seed: number) => Chance;
  readonly signal: AbortSignal;
  /** Told now and then how much is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Attacks a community, and says what came of it under what is served and under what others do. */
export class GamingEvaluation {
  private readonly people: readonly string[];

  constructor(
    private readonly history: GamingHistory,
    private readonly run: GamingRun,
  ) {
    this.people = [...new Set(history.entries.map(({ subjectId }) => subjectId))].sort();
  }

  /** @throws AbortError where the signal stopped it */
  async standings(): Promise<GamingStandings> {
    const { entries, seeds } = this.history;
    const targets = this.targets();
    const clean = new Map(SCHEMES.map((scheme) => [scheme, scheme.scores(this.history)]));
    const attacks: AttackStanding[] = [];
    for (const attack of ATTACKS) {
      attacks.push(...(await this.attacked(attack, targets, clean, attacks.length / SCHEMES.length)));
    }
    const total = (scores: Scores): number => [...scores.values()].reduce((sum, score) => sum + score, 0);
    return {
      members: this.people.length,
      confirmations: entries.length,
      seeds: seeds.length,
      words: epochOf(this.history).words.size,
      counted: total(clean.get(OURS)!) / total(clean.get(UNDEFENDED)!),
      attacks,
      agreement: this.agreements(clean),
      exactness: exactness(
        this.history,
        REVERSED.map((attack, n) => attack.entries(targets[n % targets.length]!, this.history, this.run.chance(n + 1))),
      ),
    };
  }

  private targets(): string[] {
    const answers = new Map<string, Set<string>>();
    for (const { subjectId, postId } of this.history.entries) {
      const known = answers.get(subjectId);
      if (known) known.add(postId ?? '');
      else answers.set(subjectId, new Set([postId ?? '']));
    }
    const seeds = new Set(this.history.seeds);
    const middle = this.people.filter((id) => {
      const count = answers.get(id)!.size;
      return count >= LEAST_ANSWERS && count <= MOST_ANSWERS && !seeds.has(id);
    });
    const chance = this.run.chance(0);
    return Array.from({ length: Math.min(this.run.targets, middle.length) }, () => {
      const [drawn] = middle.splice(chance.below(middle.length), 1);
      return drawn!;
    });
  }

  private async attacked(
    attack: Attack,
    targets: readonly string[],
    clean: ReadonlyMap<Scheme, Scores>,
    done: number,
  ): Promise<AttackStanding[]> {
    const outcomes = new Map(SCHEMES.map((scheme): [Scheme, AttackOutcome[]] => [scheme, []]));
    for (const [n, target] of targets.entries()) {
      const made = attack.entries(target, this.history, this.run.chance(n + 1));
      for (const scheme of SCHEMES) {
        const after = scheme.score({ before: this.history, made, target });
        outcomes.get(scheme)!.push(this.outcome(target, clean.get(scheme)!, after));
      }
      this.run.onProgress((done + (n + 1) / targets.length) / ATTACKS.length);
      await turn();
      this.run.signal.throwIfAborted();
    }
    const { name, stolen, honest } = attack;
    return SCHEMES.map((scheme) => ({
      scheme: scheme.name,
      attack: name,
      stolen,
      honest,
      outcomes: outcomes.get(scheme)!,
    }));
  }

  /** The others stay where they were: what an attack costs them is not looked at. */
  private outcome(target: string, before: Scores, after: number): AttackOutcome {
    const own = before.get(target) ?? 0;
    const [rankBefore, rankAfter] = [this.rank(target, own, before), this.rank(target, after, before)];
    const all = this.people.reduce((sum, id) => sum + (before.get(id) ?? 0), 0);
    const first = FIRST * this.people.length;
    return {
      rankBefore,
      rankAfter,
      gained: (after - own) / all,
      entered: rankBefore > first && rankAfter <= first,
    };
  }

  private rank(target: string, score: number, scores: Scores): number {
    return 1 + this.people.filter((id) => id !== target && (scores.get(id) ?? 0) > score).length;
  }

  private agreements(clean: ReadonlyMap<Scheme, Scores>): AgreementStanding[] {
    const { helpAfter } = this.history;
    const everybody = new Map(this.people.map((id) => [id, helpAfter.get(id) ?? 0]));
    const chance = this.run.chance(1);
    const samples = Array.from({ length: RESAMPLES }, () =>
      this.people.map(() => this.people[chance.below(this.people.length)]!),
    );
    return SCHEMES.map((scheme) => {
      const scores = clean.get(scheme)!;
      const { people, ndcg50, spearman } = agreement(of(this.people, scores), everybody);
      const ndcg50Beyond = samples.map(
        (sample) => sampled(sample, scores, everybody) - sampled(sample, clean.get(UNDEFENDED)!, everybody),
      );
      return { scheme: scheme.name, people, ndcg50, spearman, ndcg50Beyond };
    });
  }
}

function of(people: readonly string[], scores: Scores): Scores {
  return new Map(people.map((id) => [id, scores.get(id) ?? 0]));
}

/** Somebody who was drawn twice is two people. */
function sampled(sample: readonly string[], scores: Scores, help: Scores): number {
  const drawn = sample.map((id, place): [string, string] => [`${place}`, id]);
  const named = (values: Scores): Scores => new Map(drawn.map(([name, id]) => [name, values.get(id) ?? 0]));
  return agreement(named(scores), named(help)).ndcg50;
}
