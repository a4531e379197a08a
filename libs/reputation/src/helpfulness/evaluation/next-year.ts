import type { HelpHistory } from './help-history';

const YEAR = 365 * 24 * 60 * 60_000;
/** Places that are looked at. */
const PLACES = 50;
/** So many votes say by themselves that an answer helped. */
const LIKED = 3;
const SOLVED_WORTH = 2;

/** How an order of people agrees with how much they help afterwards. */
export interface Agreement {
  /** Members who had answered before. */
  readonly people: number;
  /** Of the first fifty, discounted by place, of the best possible. */
  readonly ndcg50: number;
  /** Correlation of the ranks of all. */
  readonly spearman: number;
}

/** What everybody's answers of the year after a moment turned out to be worth: two for each that solved, one for each that was liked. */
export function helpAfter({ threads, confirmations }: HelpHistory, from: number): ReadonlyMap<string, number> {
  const authors = new Map<string, string>();
  const votes = new Map<string, number>();
  for (const { answers } of threads) {
    for (const { id, authorId, at, votes: counted } of answers) {
      if (at < from || at >= from + YEAR) continue;
      authors.set(id, authorId);
      votes.set(
        id,
        counted.reduce((sum, { up, down }) => sum + up - down, 0),
      );
    }
  }
  const help = new Map<string, number>();
  const add = (answerId: string, worth: number): void => {
    const author = authors.get(answerId)!;
    help.set(author, (help.get(author) ?? 0) + worth);
  };
  for (const { kind, answerId } of confirmations) {
    if (!authors.has(answerId)) continue;
    if (kind === 'SOLVED') add(answerId, SOLVED_WORTH);
    else votes.set(answerId, votes.get(answerId)! + 1);
  }
  for (const [answerId, count] of votes) if (count >= LIKED) add(answerId, 1);
  return help;
}

/** @param scores of everybody who is ranked; those who tie share their places' gains */
export function agreement(scores: ReadonlyMap<string, number>, help: ReadonlyMap<string, number>): Agreement {
  const people = [...scores.keys()];
  const gains = people.map((id) => help.get(id) ?? 0);
  const given = people.map((id) => scores.get(id)!);
  return { people: people.length, ndcg50: ndcg(given, gains), spearman: correlation(ranks(given), ranks(gains)) };
}

function ndcg(scores: readonly number[], gains: readonly number[]): number {
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  const shared = meanWithin(order, scores, gains);
  const best = discounted(gains.toSorted((a, b) => b - a));
  return best === 0 ? 0 : discounted(shared) / best;
}

/** The gains in an order, those of equal scores each replaced by their mean. */
function meanWithin(order: readonly number[], scores: readonly number[], gains: readonly number[]): number[] {
  const shared: number[] = [];
  for (let start = 0; start < order.length;) {
    let end = start;
    let sum = 0;
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end++) sum += gains[order[end]!]!;
    for (let place = start; place < end; place++) shared.push(sum / (end - start));
    start = end;
  }
  return shared;
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, PLACES).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}

/** The rank of each value, equal ones sharing theirs. */
function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const places = meanWithin(order, values, ranksInOrder(order));
  const result: number[] = Array.from({ length: values.length }, () => 0);
  order.forEach((one, place) => (result[one] = places[place]!));
  return result;
}

function ranksInOrder(order: readonly number[]): number[] {
  const result: number[] = Array.from({ length: order.length }, () => 0);
  order.forEach((one, place) => (result[one] = place));
  return result;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleA, middleB] = [mean(a), mean(b)];
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  for (const [place, value] of a.entries()) {
    const [x, y] = [value - middleA, b[place]! - middleB];
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA * ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}
