export { interchangeEntities } from './interchange-entities';
export { lookupPaths, storedPath } from './redirects/old-path';
export { DiscourseSource } from './sources/discourse/discourse.source';
export { GetSatisfactionSource } from './sources/get-satisfaction/get-satisfaction.source';
export { KhorosSource } from './sources/khoros/khoros.source';
export { ZendeskSource } from './sources/zendesk/zendesk.source';
