export { type Chance } from './gaming/chance';
export {
  type AgreementStanding,
  type AttackOutcome,
  type AttackStanding,
  type GamingStandings,
} from './gaming/gaming-figures';
export { type GamingHistory } from './gaming/gaming-history';
export { GamingEvaluation, type GamingRun } from './gaming/gaming.evaluation';
export { GENERATED, GeneratedHistory, type GeneratedSize } from './gaming/generated-history';
export { imputedHistory } from './gaming/imputed-history';
export {
  HelpfulnessEvaluation,
  type HelpPeriod,
  type HelpStanding,
} from './helpfulness/evaluation/helpfulness.evaluation';
export type { JudgedQuestion } from './helpfulness/evaluation/judged-question';
export type { Agreement } from './helpfulness/evaluation/next-year';
export { PastHelpReader } from './helpfulness/evaluation/past-help.reader';
export { evidenceInWords } from './helpfulness/evidence-words';
export { EVIDENCE_SHOWN, HelpEvidenceLoader, type HelpEvidence } from './helpfulness/help-evidence.loader';
export { HelpMemory, type HelpAnswer, type HelpThread } from './helpfulness/help-memory';
export type { HelpContext, HelpScope, HelpSums } from './helpfulness/help-sums';
export { helpfulnessIn, type Helpfulness } from './helpfulness/helpfulness';
export { HelpfulnessMakingService } from './helpfulness/helpfulness-making.service';
export { HelpfulnessQueue, MAKE_HELPFULNESS_TASK, type HelpfulnessJob } from './helpfulness/helpfulness.queue';
export { hardlyHelpful } from './helpfulness/hardly-helpful';
export { HelpfulnessLoader, PLACES_SHOWN, type HelpfulnessAbout } from './helpfulness/helpfulness.loader';
export { helpfulnessInWords } from './helpfulness/helpfulness-words';
export { HelpfulnessRow } from './helpfulness/helpfulness-row.entity';
export { SolvedAnswer } from './helpfulness/solved-answer.entity';
export { HelpfulnessState } from './helpfulness/helpfulness-state.entity';
export {
  CONFIRMATIONS,
  type Confirmation,
  type Decision,
  DECISIONS,
  ENTRY_KINDS,
  type EntryKind,
} from './ledger/entry-kind';
export { foldLedger } from './ledger/fold-ledger';
export { type Cause, type LedgerEntry, type Refusal, type ScoredEntry } from './ledger/ledger-entry';
export { LedgerReader } from './ledger/ledger.reader';
export { LINE_STANDINGS, type LineDecision, type LineStanding, type OwnLine } from './ledger/own-line';
export { type LineSum, OwnLedgerReader, type OwnReputation } from './ledger/own-ledger.reader';
export { publishedRules, type PublishedRules, type RuleChange } from './ledger/published-rules';
export { type RuleClause } from './ledger/rule-clauses';
export { LiveEntries } from './ledger/live-entries';
export { ReputationEntry } from './ledger/reputation-entry.entity';
export { CURRENT_RULES, REPUTATION_RULES, type ReputationRules, rulesOf } from './ledger/reputation-rules';
export { type ScoreLine, type WorthNothing } from './ledger/score-line';
export { accountsInAnomalies } from './process/anomalies/accounts-in-anomalies';
export { ANOMALIES, ANOMALY_RULES, type AnomalyKind } from './process/anomalies/anomaly';
export { AnomaliesReader } from './process/anomalies/anomalies.reader';
export { AnomalyDecidingService, type AnomalyDecision } from './process/anomalies/anomaly-deciding.service';
export { AnomalyFindingService } from './process/anomalies/anomaly-finding.service';
export { AnomalyKeeping } from './process/anomalies/anomaly-keeping';
export { AnomalyLoader } from './process/anomalies/anomaly.loader';
export { AnomalyWatch } from './process/anomalies/anomaly-watch';
export { ANOMALY_STATES, type AnomalyState, ReputationAnomaly } from './process/anomalies/reputation-anomaly.entity';
export { DisputeDecidingService, type DisputeDecision } from './process/disputes/dispute-deciding.service';
export { DisputeLoader } from './process/disputes/dispute.loader';
export { DisputedEntryLoader } from './process/disputes/disputed-entry.loader';
export { DisputesReader } from './process/disputes/disputes.reader';
export { DisputingService, type NewDispute } from './process/disputes/disputing.service';
export { DISPUTE_OUTCOMES, type DisputeOutcome, ReputationDispute } from './process/disputes/reputation-dispute.entity';
export { reputationEntities } from './reputation-entities';
export { ReputationModule } from './reputation.module';
export { computeWords } from './trust/compute-words';
export { CurrentEpoch } from './trust/current-epoch';
export { type EpochOutcome, EpochsService } from './trust/epochs.service';
export { EpochsWriter } from './trust/epochs.writer';
export { type Epoch } from './trust/epoch';
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
export { type Word, type WordNumbers, WordList } from './trust/word-list';
