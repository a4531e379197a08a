import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { IdentityModule } from '@app/identity';
import { LedgerReader } from './ledger/ledger.reader';
import { OwnLedgerReader } from './ledger/own-ledger.reader';
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
];

/** Whose word counts, and whose help helped. The database is the application's to provide. */
@Module({
  imports: [CommunityModule, IdentityModule],
  providers: services,
  exports: services,
})
export class ReputationModule {}
