import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { IdentityModule } from '@app/identity';
import { LedgerReader } from './ledger/ledger.reader';
import { OwnLedgerReader } from './ledger/own-ledger.reader';
import { CurrentEpoch } from './trust/current-epoch';

const services: Provider[] = [CurrentEpoch, LedgerReader, OwnLedgerReader];

/** Whose word counts, and whose help helped. The database is the application's to provide. */
@Module({
  imports: [CommunityModule, IdentityModule],
  providers: services,
  exports: services,
})
export class ReputationModule {}
