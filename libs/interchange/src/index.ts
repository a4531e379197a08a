export { interchangeEntities } from './interchange-entities';
