export { superfansEntities } from './superfans-entities';
export { SuperfansModule } from './superfans.module';
