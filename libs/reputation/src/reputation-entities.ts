/** The tables of the ledger and of trust. */
export const reputationEntities: (new () => object)[] = [];
