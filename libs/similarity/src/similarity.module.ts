import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { SearchModule } from '@app/search';

const services: Provider[] = [];

/** Which earlier threads are like this one. The database is the application's to provide. */
@Module({ imports: [CommunityModule, SearchModule], providers: services, exports: services })
export class SimilarityModule {}
