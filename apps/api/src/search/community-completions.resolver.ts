import { Args, Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Community, Member, ProductRow, TagRow } from '@app/community';
import { CompletionsService } from '@app/search';
import type { RequestContext } from '../common/request-context';
import { CommunityType } from '../communities/community.type';
import { MemberType } from '../members/member.type';
import { ProductType } from '../products/product.type';
import { TagType } from '../tags/tag.type';
import { CompletionArgs } from './completion.args';

const cost = { cost: 10 };

/** Names in a community that somebody is typing. */
@Resolver(() => CommunityType)
export class CommunityCompletionsResolver {
  constructor(private readonly completions: CompletionsService) {}

  @ResolveField(() => [TagType], {
    description: 'Tags that somebody who types this may mean, best first; a synonym leads to the tag it stands for.',
  })
  @Extensions(cost)
  tagCompletions(
    @Parent() community: Community,
    @Args() { text, first }: CompletionArgs,
    @Context() context: RequestContext,
  ): Promise<TagRow[]> {
    return this.completions.tags(context.viewerOf(community.id), text, first);
  }

  @ResolveField(() => [ProductType], {
    description: 'Products that somebody who types this may mean, best first; none that are no longer offered.',
  })
  @Extensions(cost)
  productCompletions(
    @Parent() community: Community,
    @Args() { text, first }: CompletionArgs,
    @Context() context: RequestContext,
  ): Promise<ProductRow[]> {
    return this.completions.products(context.viewerOf(community.id), text, first);
  }

  @ResolveField(() => [MemberType], {
    description: 'Members whom somebody who types this may mean, best first: to mention them. With or without @.',
  })
  @Extensions(cost)
  memberCompletions(
    @Parent() community: Community,
    @Args() { text, first }: CompletionArgs,
    @Context() context: RequestContext,
  ): Promise<Member[]> {
    return this.completions.members(context.viewerOf(community.id), text, first);
  }
}
