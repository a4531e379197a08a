import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { SynonymsService, TagLoader, TagsService, type TagRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { MakeSynonymInput, RemoveSynonymInput, UpdateTagInput } from './tag.input';
import { TagType } from './tag.type';

/** Keeps the tags in order. */
@Resolver()
export class TagCuratingResolver {
  constructor(
    private readonly service: TagsService,
    private readonly synonyms: SynonymsService,
    private readonly tags: TagLoader,
  ) {}

  @Mutation(() => TagType, { description: "Changes a tag. NAME_TAKEN for another tag's name." })
  @Allow('curate')
  async updateTag(@Args('input') input: UpdateTagInput, @CurrentViewer() viewer: Viewer): Promise<TagRow | null> {
    await this.service.update(viewer, input);
    return this.tags.load(viewer, input.tagId);
  }

  @Mutation(() => TagType, {
    description:
      'Merges a tag into another, as another word for it: its topics, followers and synonyms move there, each once. ' +
      'MERGE_IMPOSSIBLE for itself or in a circle. Returns the synonym.',
  })
  @Allow('curate')
  async makeSynonym(
    @Args('input') { tagId, ofTagId }: MakeSynonymInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TagRow | null> {
    await this.synonyms.make(viewer, tagId, ofTagId);
    return this.tags.load(viewer, tagId);
  }

  @Mutation(() => TagType, {
    description: 'Makes a synonym a tag of its own again. Topics and followers stay with the tag that it stood for.',
  })
  @Allow('curate')
  async removeSynonym(
    @Args('input') { tagId }: RemoveSynonymInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TagRow | null> {
    await this.synonyms.remove(viewer, tagId);
    return this.tags.load(viewer, tagId);
  }
}
