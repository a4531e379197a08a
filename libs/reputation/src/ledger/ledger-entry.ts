import type { EntryKind } from './entry-kind';

/** Why the rules give nothing: one person on both sides, or help with one's own topic. */
export type Refusal = 'SAME_PERSON' | 'OWN_TOPIC';

/** Why a confirmation was reversed without a lead: the mark is gone, or whoever gave it was erased. */
export type Cause = 'TAKEN_BACK' | 'ERASED';

/** One line of a community's ledger as scores are made of it: written once, never edited, never deleted. */
export interface LedgerEntry {
  readonly id: string;
  readonly kind: EntryKind;
  /** When it was confirmed, in milliseconds since 1970. */
  readonly at: number;
  /** The member whose word it is; null for what no person decided. Who was merged into another member is that one. */
  readonly actorId: string | null;
  /** The member whose help it is about; of decisions too. */
  readonly subjectId: string;
  readonly topicId: string;
  /** The answer, or the topic that was linked; null for decisions. */
  readonly postId: string | null;
  /** Products and tags of the topic when it was confirmed; none for decisions. */
  readonly productIds: readonly string[];
  readonly tagIds: readonly string[];
  /** The version of the rules by which its points were set. */
  readonly ruleVersion: number;
  /** Points before trust is asked; 0 for decisions, and for what the rules give nothing for (see `refusal`). */
  readonly points: number;
  /** Why the rules give nothing; null where they give points. */
  readonly refusal: Refusal | null;
  /** The entry that a decision is about. */
  readonly namesId: string | null;
  /** Of a reversal that no lead decided: why. */
  readonly cause: Cause | null;
  /** What the lead says of a decision, where they say something. */
  readonly note?: string | null;
}

/** What of a line scores are made of. */
export type ScoredEntry = Pick<
  LedgerEntry,
  'id' | 'kind' | 'at' | 'actorId' | 'subjectId' | 'points' | 'refusal' | 'namesId'
>;
