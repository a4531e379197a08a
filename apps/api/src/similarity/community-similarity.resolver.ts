import { Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { may, type Community } from '@app/community';
import { CommunitySimilarityReader, type CommunitySimilarity } from '@app/similarity';
import type { RequestContext } from '../common/request-context';
import { CommunityType } from '../communities/community.type';
import { CommunitySimilarityType } from './community-similarity.type';

/** What leads see of what their community has taught. */
@Resolver(() => CommunityType)
export class CommunitySimilarityResolver {
  constructor(private readonly reader: CommunitySimilarityReader) {}

  @ResolveField(() => CommunitySimilarityType, {
    nullable: true,
    description: 'What the community has taught so far, for suggestions and related topics; leads see it, others null.',
  })
  @Extensions({ alwaysResolve: true })
  similarity(@Parent() community: Community, @Context() context: RequestContext): Promise<CommunitySimilarity> | null {
    return may(context.viewerOf(community.id), 'lead') ? this.reader.of(community.id) : null;
  }
}
