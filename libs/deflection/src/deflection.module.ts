import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { SearchModule } from '@app/search';
import { SimilarityModule } from '@app/similarity';

const services: Provider[] = [];

/** Not having to ask. The database is the application's to provide. */
@Module({ imports: [CommunityModule, SearchModule, SimilarityModule], providers: services, exports: services })
export class DeflectionModule {}
