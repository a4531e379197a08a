import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SynonymsLoader, TagLoader, type TagRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { TagType } from './tag.type';

/** What a tag leads to. */
@Resolver(() => TagType)
export class TagResolver {
  constructor(
    private readonly tags: TagLoader,
    private readonly synonymsLoader: SynonymsLoader,
  ) {}

  @ResolveField(() => TagType, { nullable: true, description: 'The tag that this one is another word for, if it is.' })
  synonymOf(@Parent() tag: TagRow, @Context() context: RequestContext): Promise<TagRow | null> | null {
    return tag.synonymOfId ? this.tags.load(context.viewerOf(tag.communityId), tag.synonymOfId) : null;
  }

  @ResolveField(() => [TagType], { description: 'The other words for it, by name.' })
  synonyms(@Parent() tag: TagRow, @Context() context: RequestContext): Promise<TagRow[] | null> {
    return this.synonymsLoader.load(context.viewerOf(tag.communityId), tag.id);
  }
}
