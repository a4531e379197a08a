/** How one attack went under one scheme, for one member who should rise. */
export interface AttackOutcome {
  readonly rankBefore: number;
  readonly rankAfter: number;
  /** What was gained, of all that everybody had before. */
  readonly gained: number;
  /** Whether they came among the first three of a hundred, and had not been there. */
  readonly entered: boolean;
}

/** One line of the table: an attack under a scheme, member by member in the same order everywhere. */
export interface AttackStanding {
  readonly scheme: string;
  readonly attack: string;
  /** Stars that the farm, or the member, was given by honest members. */
  readonly stolen: number;
  readonly honest: boolean;
  readonly outcomes: readonly AttackOutcome[];
}

/** How the order of members agrees with how much they helped in the year after. */
export interface AgreementStanding {
  readonly scheme: string;
  readonly people: number;
  readonly ndcg50: number;
  readonly spearman: number;
  /** nDCG@50 less that of the undefended order, resampled member by member. */
  readonly ndcg50Beyond: readonly number[];
}

/** What holds to the bit. */
export interface Exactness {
  /** Attacks that were reversed, and members whose lines were then looked at. */
  readonly reversals: number;
  readonly members: number;
  /** Members with a line, or a word, that was another one than before the attack. */
  readonly differing: number;
  /** Members whose score is not the sum of their lines, computed alone. */
  readonly unexplained: number;
}

/** All that an evaluation found. */
export interface GamingStandings {
  readonly members: number;
  readonly confirmations: number;
  readonly seeds: number;
  readonly words: number;
  /** Share of the points of all confirmations that count. */
  readonly counted: number;
  readonly attacks: readonly AttackStanding[];
  readonly agreement: readonly AgreementStanding[];
  readonly exactness: Exactness;
}
