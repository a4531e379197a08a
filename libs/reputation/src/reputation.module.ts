import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { IdentityModule } from '@app/identity';
import { ConfirmedHelpReader } from './helpfulness/confirmed-help.reader';
import { HelpEvidenceLoader } from './helpfulness/help-evidence.loader';
import { HelpReader } from './helpfulness/help.reader';
import { HelpfulnessLoader } from './helpfulness/helpfulness.loader';
import { HelpfulnessMakingService } from './helpfulness/helpfulness-making.service';
import { HelpfulnessQueue } from './helpfulness/helpfulness.queue';
import { HelpfulnessStore } from './helpfulness/helpfulness.store';
import { PastHelpReader } from './helpfulness/evaluation/past-help.reader';
import { LedgerReader } from './ledger/ledger.reader';
import { OwnLedgerReader } from './ledger/own-ledger.reader';
import { AnomaliesReader } from './process/anomalies/anomalies.reader';
import { AnomalyDecidingService } from './process/anomalies/anomaly-deciding.service';
import { AnomalyFindingService } from './process/anomalies/anomaly-finding.service';
import { AnomalyKeeping } from './process/anomalies/anomaly-keeping';
import { AnomalyLoader } from './process/anomalies/anomaly.loader';
import { AnomalyWatch } from './process/anomalies/anomaly-watch';
import { DisputeDecidingService } from './process/disputes/dispute-deciding.service';
import { DisputeLoader } from './process/disputes/dispute.loader';
import { DisputedEntryLoader } from './process/disputes/disputed-entry.loader';
import { DisputesReader } from './process/disputes/disputes.reader';
import { DisputingService } from './process/disputes/disputing.service';
import { LedgerDecisions } from './process/ledger-decisions';
import { CurrentEpoch } from './trust/current-epoch';
import { EpochsService } from './trust/epochs.service';
import { EpochsWriter } from './trust/epochs.writer';
import { SeedsReader } from './trust/seeds.reader';
import { TrustQueue } from './trust/trust-queue';
import { VouchesReader } from './trust/vouches.reader';
import { VouchingService } from './trust/vouching.service';

const services: Provider[] = [
  CurrentEpoch,
  EpochsService,
  EpochsWriter,
  LedgerReader,
  OwnLedgerReader,
  SeedsReader,
  TrustQueue,
  VouchesReader,
  VouchingService,
  AnomaliesReader,
  AnomalyDecidingService,
  AnomalyFindingService,
  AnomalyKeeping,
  AnomalyLoader,
  AnomalyWatch,
  CurrentEpoch,
  DisputeDecidingService,
  DisputeLoader,
  DisputedEntryLoader,
  DisputesReader,
  DisputingService,
  LedgerDecisions,
  LedgerReader,
  OwnLedgerReader,
  CurrentEpoch,
  LedgerReader,
  OwnLedgerReader,
  ConfirmedHelpReader,
  HelpEvidenceLoader,
  HelpReader,
  HelpfulnessMakingService,
  HelpfulnessQueue,
  HelpfulnessLoader,
  HelpfulnessStore,
  PastHelpReader,
];

/** Whose word counts, and whose help helped. The database is the application's to provide. */
@Module({
  imports: [CommunityModule, IdentityModule],
  providers: services,
  exports: services,
})
export class ReputationModule {}
