/** What says that somebody's help helped: a star, "this solved it", "official", a duplicate link that proved true, work done in a tag space. */
export const CONFIRMATIONS = ['STAR', 'SOLVED', 'OFFICIAL', 'DUPLICATE', 'DONE'] as const;

export type Confirmation = (typeof CONFIRMATIONS)[number];

/**
 * What was decided about another entry: it no longer counts (REVERSAL; one that names a reversal gives back what that
 * took), a held one counts after all (RELEASE), or it was looked into and stays as it is (KEPT).
 */
export const DECISIONS = ['REVERSAL', 'RELEASE', 'KEPT'] as const;

export type Decision = (typeof DECISIONS)[number];

/** Every kind of line that a ledger has. */
export const ENTRY_KINDS = [...CONFIRMATIONS, ...DECISIONS] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];
