export { interchangeEntities } from './interchange-entities';
export { CommunityExport, type ExportedFile, type ExportOptions } from './exporting/community-export';
export { lookupPaths, storedPath } from './redirects/old-path';
