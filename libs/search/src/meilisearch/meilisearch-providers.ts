import type { Provider } from '@nestjs/common';
import { Environment } from '@app/environment';
import { MeiliConnection } from './meili-connection';
import { MeilisearchEngine } from './meilisearch.engine';
import { MirrorFilling } from './mirror-filling';
import { MirrorFollowUpService } from './mirror-follow-up.service';
import { MirrorIndexes } from './mirror-indexes';
import { MirroringService } from './mirroring.service';
import { MirrorJobs } from './mirror-jobs';
import { MirrorRebuildingService } from './mirror-rebuilding.service';
import { MirrorRepairingService } from './mirror-repairing.service';
import { MirrorStanding } from './mirror-standing';
import { MirrorStates } from './mirror-states';
import { MirrorSweeping } from './mirror-sweeping';
import { MirrorWriter } from './mirror-writer';
import { SearchLeases } from './search-leases';

/** Searching by Meilisearch, and keeping it up to date. */
export const meilisearchProviders: Provider[] = [
  {
    provide: MeiliConnection,
    useFactory: ({ meiliHost, meiliApiKey }: Environment) =>
      new MeiliConnection({ host: meiliHost, apiKey: meiliApiKey }),
    inject: [Environment],
  },
  MeilisearchEngine,
  MirrorFilling,
  MirrorFollowUpService,
  MirrorIndexes,
  MirrorJobs,
  MirrorRebuildingService,
  MirrorRepairingService,
  MirrorStanding,
  MirrorStates,
  MirrorSweeping,
  MirrorWriter,
  MirroringService,
  SearchLeases,
];
