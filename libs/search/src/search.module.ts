import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';

const services: Provider[] = [];

/** Finds topics, articles and names. The database is the application's to provide. */
@Module({ imports: [CommunityModule], providers: services, exports: services })
export class SearchModule {}
