import type { AttackOutcome, AttackStanding, GamingStandings } from '@app/reputation';
import { meanOf, SeededRandom, type Figure } from '@app/similarity';

const RESAMPLES = 1_000;

/** One attack under one scheme. */
export interface AttackFigures {
  readonly scheme: string;
  readonly attack: string;
  readonly stolen: number;
  /** Members who should rise. */
  readonly n: number;
  readonly medianBefore: number;
  readonly medianAfter: number;
  /** Places that were gained. */
  readonly places: Figure;
  /** Gain in a thousandth of all that everybody had. */
  readonly gained: Figure;
  /** How many came among the first three of a hundred. */
  readonly entered: number;
  /** What was gained, of what the same stars would have given the members who earn them; null without stars. */
  readonly amplification: Figure | null;
}

/** All figures of a run. */
export type GamingFigures = Omit<GamingStandings, 'attacks' | 'agreement'> & {
  readonly attacks: readonly AttackFigures[];
  readonly agreement: readonly {
    readonly scheme: string;
    readonly people: number;
    readonly ndcg50: number;
    readonly spearman: number;
    readonly beyond: Figure;
  }[];
};

/** The figures with the ranges in which 95 % of resamples lie. */
export function gamingFigures(standings: GamingStandings, seed: number): GamingFigures {
  const { attacks, agreement } = standings;
  return {
    ...standings,
    attacks: attacks.map((standing) => attackFigures(standing, earnedBeside(standing, attacks), seed)),
    agreement: agreement.map(({ ndcg50Beyond, ...rest }) => ({ ...rest, beyond: rangeOf(ndcg50Beyond) })),
  };
}

function earnedBeside(
  { scheme, stolen }: AttackStanding,
  all: readonly AttackStanding[],
): readonly AttackOutcome[] | null {
  if (stolen === 0) return null;
  return all.find((other) => other.honest && other.scheme === scheme && other.stolen === stolen)?.outcomes ?? null;
}

function attackFigures(
  { scheme, attack, stolen, outcomes }: AttackStanding,
  earned: readonly AttackOutcome[] | null,
  seed: number,
): AttackFigures {
  const gains = outcomes.map(({ gained }) => gained);
  return {
    scheme,
    attack,
    stolen,
    n: outcomes.length,
    medianBefore: median(outcomes.map(({ rankBefore }) => rankBefore)),
    medianAfter: median(outcomes.map(({ rankAfter }) => rankAfter)),
    places: meanOf(
      outcomes.map(({ rankBefore, rankAfter }) => rankBefore - rankAfter),
      seed,
    ),
    gained: meanOf(
      gains.map((gain) => 1_000 * gain),
      seed,
    ),
    entered: outcomes.filter(({ entered }) => entered).length,
    amplification:
      earned &&
      ratioOf(
        gains,
        earned.map(({ gained }) => gained),
        seed,
      ),
  };
}

/** The sum of some of the sum of others, resampled pair by pair. */
function ratioOf(some: readonly number[], others: readonly number[], seed: number): Figure {
  const random = new SeededRandom(seed);
  const ratio = (places: readonly number[]): number =>
    places.reduce((sum, place) => sum + some[place]!, 0) / places.reduce((sum, place) => sum + others[place]!, 0);
  const samples = Array.from({ length: RESAMPLES }, () => ratio(some.map(() => random.below(some.length))));
  return { ...rangeOf(samples), mean: ratio([...some.keys()]) };
}

function rangeOf(samples: readonly number[]): Figure {
  const sorted = samples.toSorted((a, b) => a - b);
  return {
    mean: samples.reduce((sum, sample) => sum + sample, 0) / samples.length,
    low: sorted[Math.floor(samples.length * 0.025)]!,
    high: sorted[Math.ceil(samples.length * 0.975) - 1]!,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
