import { HelpfulnessRow } from './helpfulness/helpfulness-row.entity';
import { HelpfulnessState } from './helpfulness/helpfulness-state.entity';
import { SolvedAnswer } from './helpfulness/solved-answer.entity';
import { ReputationEntry } from './ledger/reputation-entry.entity';
import { ReputationAnomaly } from './process/anomalies/reputation-anomaly.entity';
import { ReputationDispute } from './process/disputes/reputation-dispute.entity';
import { TrustEpoch } from './trust/trust-epoch.entity';
import { TrustWeight } from './trust/trust-weight.entity';
import { Vouch } from './trust/vouch.entity';

/** The tables of the ledger, of trust and of helpfulness. */
export const reputationEntities: (new () => object)[] = [
  HelpfulnessRow,
  HelpfulnessState,
  ReputationAnomaly,
  ReputationDispute,
  ReputationEntry,
  SolvedAnswer,
  TrustEpoch,
  TrustWeight,
  Vouch,
];
