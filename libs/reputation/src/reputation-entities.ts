import { ReputationEntry } from './ledger/reputation-entry.entity';

/** The tables of the ledger and of trust. */
export const reputationEntities: (new () => object)[] = [ReputationEntry];
