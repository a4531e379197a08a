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

const services: Provider[] = [
  ClaimingService,
  MemberErasingService,
  MemberErasure,
  MemberMerge,
  OwnErasingService,
  SurplusMarks,
  SurplusPeople,
];

/** How communities move in and out, and people with what is theirs. The database is the application's to provide. */
@Module({ imports: [IdentityModule, CommunityModule], providers: services, exports: services })
export class InterchangeModule {}
