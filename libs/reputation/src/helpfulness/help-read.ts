/** A thread as helpfulness is made of it: one that everybody may read. */
export interface HelpRow {
  readonly id: string;
  readonly askerId: string;
  /** Milliseconds since 1970, like all times here. */
  readonly at: number;
  readonly productIds: readonly string[];
  readonly tagIds: readonly string[];
  /** By others than the asker. */
  readonly answers: readonly AnsweredRow[];
}

/** An answer to it. */
export interface AnsweredRow {
  readonly id: string;
  readonly authorId: string;
  readonly at: number;
  /** What a source counted, by day. */
  readonly votes: readonly CountedVotes[];
}

/** Votes that a source counted without telling whose they were. */
export interface CountedVotes {
  /** The beginning of the day; null where the source told no days. */
  readonly day: number | null;
  readonly up: number;
  readonly down: number;
}

/** Members whose marks or answers are looked at in a special way. */
export interface SpecialMembers {
  /** Brought along by an import, and nobody has said since that it is them. */
  readonly cameAlong: ReadonlySet<string>;
  readonly erased: ReadonlySet<string>;
}
