import type { EntryKind } from '../../ledger/entry-kind';
import type { HelpRow } from '../help-read';

/** A confirmation as it came. */
export interface PastConfirmation {
  readonly at: number;
  readonly kind: EntryKind;
  readonly answerId: string;
  /** What helpfulness makes of it, in stars. */
  readonly stars: number;
}

/** Who helped whom in a community, from its first day. */
export interface HelpHistory {
  /** In the order in which they were asked. */
  readonly threads: readonly HelpRow[];
  readonly confirmations: readonly PastConfirmation[];
}
