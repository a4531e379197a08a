export {
  CONFIRMATIONS,
  type Confirmation,
  type Decision,
  DECISIONS,
  ENTRY_KINDS,
  type EntryKind,
} from './ledger/entry-kind';
export { type LedgerEntry } from './ledger/ledger-entry';
export { type ScoreLine, type WorthNothing } from './ledger/score-line';
export { reputationEntities } from './reputation-entities';
export { ReputationModule } from './reputation.module';
export { type Epoch, type Word } from './trust/epoch';
