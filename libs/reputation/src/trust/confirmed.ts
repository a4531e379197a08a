/** That one member confirmed another one's help, as far as an epoch cares: a live entry of the ledger that is not held. */
export interface Confirmed {
  readonly actorId: string;
  readonly subjectId: string;
  /** Points by the rules, after what is left of repeats between the same two; above 0. */
  readonly points: number;
}
