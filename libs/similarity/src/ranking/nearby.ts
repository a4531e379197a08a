import { best } from './best.ts';
import { REACH, type Neighbour } from './neighbours.ts';

const DAY = 86_400_000;
const NEARBY = 200;
/** After so many days the say of a thread falls to a third: what people are sent to changes with what is broken. */
const FRESH_DAYS = { usual: 60, lately: 30, ever: Infinity } as const;
/** The weight of a thread in which nobody pointed to anything, added to those there are: few threads prove little. */
const DOUBT = 0.3;

/** When threads were asked, and when something was last said in them, in milliseconds since 1970. */
interface Times {
  readonly askedAt: readonly number[];
  readonly lastActive: readonly number[];
}

/** The threads nearest to a text, three times: fresh ones before old ones, the more so, and all alike. */
export type Nearby = Readonly<Record<keyof typeof FRESH_DAYS, readonly Neighbour[]>>;

/**
 * The threads nearest to a text, whether someone pointed to something there or not, fresh ones before old ones; their
 * weights make almost 1 together. What a share of them points to is pointed to by about that share of people: unlike votes among
 * threads with links, it tells when mostly nothing is pointed to.
 */
export function nearby({ askedAt, lastActive }: Times, likeness: ArrayLike<number>): Nearby {
  // Nobody has had a say where nobody has answered yet.
  const near = best(likeness, NEARBY).filter((thread) => lastActive[thread]! > askedAt[thread]!);
  const newest = near.reduce((latest, thread) => Math.max(latest, askedAt[thread]!), 0);
  const weighted = (days: number): Neighbour[] => {
    const weights = near.map((thread) =>
      Math.exp((likeness[thread]! - likeness[near[0]!]!) / REACH - (newest - askedAt[thread]!) / DAY / days),
    );
    const sum = weights.reduce((all, weight) => all + weight, DOUBT);
    return near.map((thread, place) => ({ thread, weight: weights[place]! / sum }));
  };
  return {
    usual: weighted(FRESH_DAYS.usual),
    lately: weighted(FRESH_DAYS.lately),
    ever: weighted(FRESH_DAYS.ever),
  };
}
