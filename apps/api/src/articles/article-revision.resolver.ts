import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, type ArticleRevision, type Member } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { ArticleRevisionType } from './article-revision.type';

/** What a version of an article leads to. */
@Resolver(() => ArticleRevisionType)
export class ArticleRevisionResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => MemberType, {
    nullable: true,
    description: 'Who wrote this version; null where the source that it comes from does not say.',
  })
  editor(
    @Parent() { communityId, editorId }: ArticleRevision,
    @Context() context: RequestContext,
  ): Promise<Member | null> | null {
    return editorId ? this.members.load(context.viewerOf(communityId), editorId) : null;
  }
}
