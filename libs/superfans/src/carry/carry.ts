import type { Window } from '@app/kernel';

/** How many topics one person solved, within a window. */
export interface Carrier {
  readonly communityId: string;
  readonly memberId: string;
  readonly solved: number;
}

/** What the most helpful so many percent of those who answered carry. */
export interface CarriedShare {
  readonly percent: number;
  /** How many people that is; one at least. */
  readonly people: number;
  readonly solved: number;
  /** Of all solved topics, 0 to 1; null where none was solved. */
  readonly share: number | null;
}

/** Who solved what was solved within a window; people of the company are counted apart. */
export interface Solved {
  /** Members who answered, people of the company left out. */
  readonly answerers: number;
  /** Topics that were solved. */
  readonly total: number;
  readonly byStaff: number;
  /** Solved by what no one person answered: by the asker alone, or by a status. */
  readonly byNobody: number;
  /** Members who solved any, the most first. */
  readonly carriers: readonly Carrier[];
}

/** How much of a community's help rests on how few. */
export interface Carry extends Window {
  readonly communityId: string;
  readonly answerers: number;
  readonly total: number;
  readonly byMembers: number;
  readonly byStaff: number;
  readonly byNobody: number;
  readonly shares: readonly CarriedShare[];
  readonly busFactor: number | null;
  readonly formula: string;
}

const PERCENTS = [1, 3, 10] as const;
/** The share of solved topics whose loss counts as one. */
const LOSS = 0.1;

/** How it is made, in words. */
export const CARRY_FORMULA =
  'share = topics solved by the top 1, 3, 10 % of the members who answered / all topics solved in the window; bus factor = ' +
  'the fewest members without whom a tenth of the solved topics would not be. A topic is solved by whoever wrote the answer ' +
  'that its asker marked, else the official one, else the one with most trusted stars. Topics of accounts in an anomaly that ' +
  'a lead reversed are left out.';

/** Shares and bus factor out of who solved how much. */
export function carriedBy({ answerers, total, carriers }: Solved): Pick<Carry, 'shares' | 'busFactor'> {
  const upTo = (people: number): number => carriers.slice(0, people).reduce((sum, { solved }) => sum + solved, 0);
  const shares = PERCENTS.map((percent) => {
    const people = Math.min(answerers, Math.max(1, Math.round((answerers * percent) / 100)));
    const solved = upTo(people);
    return { percent, people, solved, share: total === 0 ? null : solved / total };
  });
  let lost = 0;
  const place = total === 0 ? -1 : carriers.findIndex(({ solved }) => (lost += solved) >= LOSS * total);
  return { shares, busFactor: place < 0 ? null : place + 1 };
}
