import { ExternalRecord } from './database/external-record.entity';
import { MemberExportPart } from './member-exports/member-export-part.entity';
import { MemberExport } from './member-exports/member-export.entity';
import { Redirect } from './redirects/redirect.entity';

/** The tables of imports and exports. */
export const interchangeEntities = [ExternalRecord, Redirect, MemberExport, MemberExportPart];
