export {
  CONFIRMATIONS,
  type Confirmation,
  type Decision,
  DECISIONS,
  ENTRY_KINDS,
  type EntryKind,
} from './ledger/entry-kind';
export { foldLedger } from './ledger/fold-ledger';
export { type Cause, type LedgerEntry, type Refusal } from './ledger/ledger-entry';
export { LedgerReader } from './ledger/ledger.reader';
export { LINE_STANDINGS, type LineDecision, type LineStanding, type OwnLine } from './ledger/own-line';
export { type LineSum, OwnLedgerReader, type OwnReputation } from './ledger/own-ledger.reader';
export { publishedRules, type PublishedRules, type RuleChange } from './ledger/published-rules';
export { type RuleClause } from './ledger/rule-clauses';
export { LiveEntries } from './ledger/live-entries';
export { ReputationEntry } from './ledger/reputation-entry.entity';
export { CURRENT_RULES, REPUTATION_RULES, type ReputationRules, rulesOf } from './ledger/reputation-rules';
export { type ScoreLine, type WorthNothing } from './ledger/score-line';
export { reputationEntities } from './reputation-entities';
export { ReputationModule } from './reputation.module';
export { computeWords } from './trust/compute-words';
export { CurrentEpoch } from './trust/current-epoch';
export { type EpochOutcome, EpochsService } from './trust/epochs.service';
export { type Epoch, type Word } from './trust/epoch';
export { NO_EPOCH } from './trust/no-epoch';
export { type PointsGiven, pointsGiven } from './trust/points-given';
export { SeedsReader, type Seeds } from './trust/seeds.reader';
export { TrustEpoch } from './trust/trust-epoch.entity';
export { TrustWeight } from './trust/trust-weight.entity';
export { RENEW_TRUST_TASK, type TrustJob, TrustQueue } from './trust/trust-queue';
export { TrustThread } from './trust/trust.thread';
export { mostFarmed, type TrustRules } from './trust/trust-rules';
export { VouchesReader, type VouchRow } from './trust/vouches.reader';
export { type VouchFor, VouchingService } from './trust/vouching.service';
export { Vouch } from './trust/vouch.entity';
export { type WordNumbers, WordList } from './trust/word-list';
