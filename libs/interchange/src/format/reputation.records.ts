import type { Instant, Ref } from './record-parts';

/** A line of the ledger, as it was written: only of an export of our own, whose ids are ids of rows. */
export interface ReputationRecord {
  readonly kind: 'reputation';
  readonly externalId: string;
  readonly entry: 'STAR' | 'SOLVED' | 'OFFICIAL' | 'DUPLICATE' | 'DONE' | 'REVERSAL' | 'RELEASE' | 'KEPT';
  readonly at: Instant;
  /** The member whose word it is; left out for what no person decided. */
  readonly actor?: Ref | null;
  /** The member whose help it is about. */
  readonly subject: Ref;
  readonly topic: Ref;
  /** The answer, or the topic that was linked; left out of decisions. */
  readonly post?: Ref | null;
  readonly products?: readonly Ref[];
  readonly tags?: readonly Ref[];
  readonly ruleVersion: number;
  /** Why the rules give nothing. */
  readonly refusal?: 'SAME_PERSON' | 'OWN_TOPIC' | null;
  /** The line that a decision is about. */
  readonly names?: Ref | null;
  /** Why it was reversed without a lead. */
  readonly cause?: 'TAKEN_BACK' | 'ERASED' | null;
  /** What the lead says of a decision. */
  readonly note?: string | null;
}
