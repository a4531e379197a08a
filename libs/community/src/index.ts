export { communityEntities } from './community-entities';
