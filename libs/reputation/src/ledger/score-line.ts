/** Why a line is worth nothing, where it is. */
export type WorthNothing = 'REVERSED' | 'HELD' | 'SAME_PERSON' | 'OWN_TOPIC' | 'NO_TRUST';

/** What one entry of the ledger adds to its subject's helpfulness in an epoch, with all that led to it. */
export interface ScoreLine {
  readonly entryId: string;
  readonly subjectId: string;
  readonly actorId: string | null;
  /** Millionths of a point: whole numbers, so that sums are the same in any order. */
  readonly value: number;
  readonly points: number;
  /** What is left of it because the same member confirmed the same member before: 1, 1/2, 1/4 ... */
  readonly repeat: number;
  /** What the actor's word weighs in this epoch, 0 to 1. */
  readonly word: number;
  /** How much of the actor's own trust comes from members who vouch for the same subject, 0 to 1. */
  readonly overlap: number;
  readonly nothing: WorthNothing | null;
}
