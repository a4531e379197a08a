import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TagsReader, type Community, type TagRow } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import type { RequestContext } from '../common/request-context';
import { CommunityType } from '../communities/community.type';
import { TagListArgs } from './tag-list.args';
import { TagConnection, TagType } from './tag.type';

/** The tags of a community. */
@Resolver(() => CommunityType)
export class CommunityTagsResolver {
  constructor(private readonly reader: TagsReader) {}

  @ResolveField(() => TagConnection, { description: 'Its tags; synonyms stand with the tag that they stand for.' })
  tags(
    @Parent() community: Community,
    @Args() args: TagListArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<TagRow>> {
    const { order, prefix } = args;
    return this.reader.list(context.viewerOf(community.id), { order, prefix, page: pageRequest(args) });
  }

  @ResolveField(() => TagType, {
    nullable: true,
    description: "The tag of this name; for a synonym's name, the tag that it stands for.",
  })
  tag(
    @Parent() community: Community,
    @Args('name', { description: 'The name, in upper or lower case.' }) name: string,
    @Context() context: RequestContext,
  ): Promise<TagRow | null> {
    return this.reader.byName(context.viewerOf(community.id), name);
  }
}
