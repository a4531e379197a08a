import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { PostgresEngine } from './postgres/postgres.engine';
import { PostgresIndex } from './postgres/postgres.index';

const services: Provider[] = [PostgresEngine, PostgresIndex];

/** Finds topics, articles and names. The database is the application's to provide. */
@Module({ imports: [CommunityModule], providers: services, exports: services })
export class SearchModule {}
