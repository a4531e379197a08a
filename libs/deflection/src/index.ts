export { deflectionEntities } from './deflection-entities';
export { DeflectionModule } from './deflection.module';
