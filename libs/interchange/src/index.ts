export { interchangeEntities } from './interchange-entities';
export { lookupPaths, storedPath } from './redirects/old-path';
