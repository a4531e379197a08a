export { interchangeEntities } from './interchange-entities';
export { CommunityExport, type ExportedFile, type ExportOptions } from './exporting/community-export';
export { InterchangeModule } from './interchange.module';
export { ClaimingService, type ClaimMember } from './claiming/claiming.service';
export { MEMBER_COLUMNS } from './claiming/member-columns';
export { MemberErasingService, type EraseMember } from './erasing/member-erasing.service';
export { OwnErasingService } from './erasing/own-erasing.service';
export { lookupPaths, storedPath } from './redirects/old-path';
