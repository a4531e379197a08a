/** How long members took to answer first, where members did. */
export interface AnswerTimes {
  /** Null: of all questions. */
  readonly productId: string | null;
  readonly answers: number;
  /** Within which the share of them came that {@link PeerWindows.SHARE} says. */
  readonly seconds: number;
}

/** How long people took to say something to what they were asked: to accept, to pass, to answer. */
export interface ReactionTimes {
  readonly reactions: number;
  /** Within which the share of them came that {@link PeerWindows.SHARE} says. */
  readonly seconds: number;
}

/** For how long a question is left to members. */
export interface PeerWindow {
  readonly seconds: number;
  /** First answers that it was learned from. */
  readonly answers: number;
  /** Who was asked and has said nothing for so long is not waited for: one more may be asked. */
  readonly reactionSeconds: number;
}

const HOUR = 3_600;
/** Where nothing is known, and the bounds of what is learned. */
const UNKNOWN = 24 * HOUR;
const LEAST = HOUR;
const MOST = 7 * 24 * HOUR;
/** While little is known of what becomes of asks, this share of the window is waited; and within which bounds what is learned. */
const REACTION = { usual: 0.25, least: HOUR / 4, mostOfWindow: 0.5 } as const;
/** A product speaks for itself as far as it has more answers than so many; below, the community speaks for it. */
const PRIOR = 20;

/**
 * How long it is worth to wait for members: three of four first answers come sooner. A product with few answers is
 * taken for what the whole community is, and a community with few for one that answers within a day.
 */
export class PeerWindows {
  /** The share of first answers that a window waits for. */
  static readonly SHARE = 0.75;
  private readonly all: Learned;
  private readonly products: ReadonlyMap<string, Learned>;

  constructor(
    times: readonly AnswerTimes[],
    private readonly reactions: ReactionTimes = { reactions: 0, seconds: 1 },
  ) {
    const all = times.find(({ productId }) => productId === null);
    this.all = shrunk(all, UNKNOWN);
    this.products = new Map(
      times.flatMap((one) => (one.productId ? [[one.productId, shrunk(one, this.all.seconds)] as const] : [])),
    );
  }

  /** Of a question about these products: the shortest of theirs. */
  of(productIds: readonly string[]): PeerWindow {
    const theirs = productIds.flatMap((id) => this.products.get(id) ?? []);
    const [first = this.all, ...others] = theirs;
    const { seconds, answers } = others.reduce((a, b) => (b.seconds < a.seconds ? b : a), first);
    const window = Math.round(Math.min(MOST, Math.max(LEAST, seconds)));
    return { seconds: window, answers, reactionSeconds: this.reactionIn(window) };
  }

  private reactionIn(window: number): number {
    const { reactions, seconds } = this.reactions;
    const learned = shrunk({ answers: reactions, seconds }, window * REACTION.usual).seconds;
    return Math.round(Math.max(REACTION.least, Math.min(window * REACTION.mostOfWindow, learned)));
  }
}

interface Learned {
  readonly seconds: number;
  readonly answers: number;
}

/** Times differ by orders of magnitude: their logarithms are weighed. */
function shrunk(times: Learned | undefined, prior: number): Learned {
  if (!times) return { seconds: prior, answers: 0 };
  const { answers, seconds } = times;
  const log = (answers * Math.log(seconds) + PRIOR * Math.log(prior)) / (answers + PRIOR);
  return { seconds: Math.exp(log), answers };
}
