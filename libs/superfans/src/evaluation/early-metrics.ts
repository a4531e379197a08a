import { SeededRandom, type Figure } from '@app/similarity';

/** People in some order, and what became of them. */
export interface Judged {
  /** The higher, the more is expected. */
  readonly scores: readonly number[];
  /** Helpful output later on. */
  readonly output: readonly number[];
  /** Whether they became one of the most helpful. */
  readonly right: readonly boolean[];
}

/** How good an order is; people of one score stand in no order among themselves, and count with what is to be expected. */
export interface EarlyFigures {
  /** The chance that one who became helpful stands before one who did not. */
  readonly auc: Figure;
  /** Share of the first 3 % who became helpful. */
  readonly precision: Figure;
  /** Share of all helpful output that came from the first 3 %. */
  readonly captured: Figure;
}

/** Who is looked at: so great a part of the people. */
export const PICKED = 0.03;
const RESAMPLES = 1_000;

/** The figures with the ranges in which 95 % of resampled ones lie. */
export function earlyFigures(judged: Judged, seed = 1): EarlyFigures {
  const order = judged.scores.map((_, person) => person).sort((a, b) => judged.scores[b]! - judged.scores[a]!);
  const once = new Uint16Array(order.length).fill(1);
  const point = figuresOf(judged, order, once)!;
  const random = new SeededRandom(seed);
  const samples: [number, number, number][] = [];
  for (let sample = 0; sample < RESAMPLES; sample++) {
    const times = new Uint16Array(order.length);
    for (let i = 0; i < order.length; i++) times[random.below(order.length)]!++;
    const figures = figuresOf(judged, order, times);
    if (figures) samples.push(figures);
  }
  const figure = (place: 0 | 1 | 2): Figure => {
    const values = samples.map((sample) => sample[place]).sort((a, b) => a - b);
    const at = (share: number): number => values[Math.floor((values.length - 1) * share)] ?? point[place];
    return { mean: point[place], low: at(0.025), high: at(0.975) };
  };
  return { auc: figure(0), precision: figure(1), captured: figure(2) };
}

/** Of people who are there so many times each; null where nobody became helpful, or everybody. */
function figuresOf(
  { scores, output, right }: Judged,
  order: readonly number[],
  times: Uint16Array,
): [number, number, number] | null {
  const groups = groupsOf({ scores, output, right }, order, times);
  const sum = (of: (group: Group) => number): number => groups.reduce((all, group) => all + of(group), 0);
  const people = sum((group) => group.people);
  const rights = sum((group) => group.right);
  const total = sum((group) => group.output);
  if (rights === 0 || rights === people) return null;
  const picked = Math.max(1, Math.round(PICKED * people));
  let pairs = 0;
  let before = 0;
  let left = picked;
  let found = 0;
  let captured = 0;
  for (const group of groups) {
    const others = group.people - group.right;
    pairs += others * (before + group.right / 2);
    before += group.right;
    const share = group.people === 0 ? 0 : Math.min(1, left / group.people);
    found += share * group.right;
    captured += share * group.output;
    left -= share * group.people;
  }
  return [pairs / (rights * (people - rights)), found / picked, total === 0 ? 0 : captured / total];
}

/** People of one score. */
interface Group {
  people: number;
  right: number;
  output: number;
}

function groupsOf({ scores, output, right }: Judged, order: readonly number[], times: Uint16Array): Group[] {
  const groups: Group[] = [];
  let last = Number.NaN;
  for (const person of order) {
    if (scores[person] !== last) groups.push({ people: 0, right: 0, output: 0 });
    last = scores[person]!;
    const group = groups.at(-1)!;
    const count = times[person]!;
    group.people += count;
    if (right[person]) group.right += count;
    group.output += count * output[person]!;
  }
  return groups;
}
