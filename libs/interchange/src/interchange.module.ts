import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { IdentityModule } from '@app/identity';
import { ClaimingService } from './claiming/claiming.service';
import { MemberMerge } from './claiming/member-merge';
import { SurplusMarks } from './claiming/surplus-marks';
import { SurplusPeople } from './claiming/surplus-people';
import { MemberErasingService } from './erasing/member-erasing.service';
import { MemberErasure } from './erasing/member-erasure';
import { OwnErasingService } from './erasing/own-erasing.service';
import { DataExportFiles } from './member-exports/data-export-files';
import { DataExportLinks } from './member-exports/data-export-links';
import { DataExportWriter } from './member-exports/data-export-writer';
import { DataExportLoader } from './member-exports/data-export.loader';
import { DataExportsService } from './member-exports/data-exports.service';
import { RedirectTargets } from './redirects/redirect-targets';
import { RedirectsReader } from './redirects/redirects.reader';

const services: Provider[] = [
  ClaimingService,
  DataExportFiles,
  DataExportLinks,
  DataExportLoader,
  DataExportsService,
  DataExportWriter,
  MemberErasingService,
  MemberErasure,
  MemberMerge,
  OwnErasingService,
  RedirectsReader,
  RedirectTargets,
  SurplusMarks,
  SurplusPeople,
];

/** How communities move in and out, and people with what is theirs. The database is the application's to provide. */
@Module({ imports: [IdentityModule, CommunityModule], providers: services, exports: services })
export class InterchangeModule {}
