/** What the ledger alone shows; see {@link ANOMALIES}. */
export const LEDGER_ANOMALIES = ['BURST', 'ONE_WAY', 'RING'] as const;

/**
 * What does not look like help that helped: many confirmations of one member by one other within minutes (BURST), accounts
 * that do nothing but star one member (ONE_WAY), a group whose members confirm each other and hardly anybody else (RING),
 * and somebody who would be a superfan, but for the askers, with whom nobody else ever dealt (CIRCLE).
 */
export const ANOMALIES = [...LEDGER_ANOMALIES, 'CIRCLE'] as const;

/** See {@link ANOMALIES}. */
export type AnomalyKind = (typeof ANOMALIES)[number];

/** Something that a lead should look at, with what speaks for it. */
export interface FoundAnomaly {
  readonly kind: AnomalyKind;
  /** Names it among the anomalies of a community: the same again, with more to it, has the same. */
  readonly key: string;
  /** Whom it helps; null where it helps everybody in it. */
  readonly subjectId: string | null;
  /** The accounts in it, in the order of their keys. */
  readonly memberIds: readonly string[];
  /** The confirmations in it, oldest first. */
  readonly entryIds: readonly string[];
  /** What speaks for it, in words. */
  readonly because: string;
}

/** From when on something counts as one; published with the rules. */
export const ANOMALY_RULES = {
  /** Accounts that do nothing but star one member: so many make an anomaly, */
  oneWayAccounts: 10,
  /** or so many where each gave two stars or more. */
  oneWayEager: 5,
  /** Members of a ring. */
  ringMembers: 3,
  /** Of the confirmations that each member of a ring gives, so many stay inside. */
  ringInside: 0.7,
  /** Confirmations inside a ring for each of its members. */
  ringPerMember: 2,
} as const;
