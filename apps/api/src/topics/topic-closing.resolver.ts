import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { TopicArchivingService, TopicClosingService, TopicsReader, type TopicRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { found } from '../common/found';
import { ArchiveTopicInput, CloseTopicInput, ReopenTopicInput, UnarchiveTopicInput } from './closing.input';
import { TopicType } from './topic.type';

/** Closes topics and archives them, and undoes both. */
@Resolver()
export class TopicClosingResolver {
  constructor(
    private readonly closing: TopicClosingService,
    private readonly archiving: TopicArchivingService,
    private readonly topics: TopicsReader,
  ) {}

  @Mutation(() => TopicType, {
    description: 'Closes a topic to new answers and comments; it stays in lists and search, and nothing bumps it.',
  })
  @Allow('curate')
  async closeTopic(@Args('input') input: CloseTopicInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    await this.closing.close(viewer, input);
    return found(await this.topics.load(viewer, input.topicId), 'topic');
  }

  @Mutation(() => TopicType, { description: 'Opens a closed topic again.' })
  @Allow('curate')
  async reopenTopic(@Args('input') { topicId }: ReopenTopicInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    await this.closing.reopen(viewer, topicId);
    return found(await this.topics.load(viewer, topicId), 'topic');
  }

  @Mutation(() => TopicType, {
    description: 'Takes a topic out of lists and search and closes it; whoever has the link still reads it.',
  })
  @Allow('curate')
  async archiveTopic(@Args('input') input: ArchiveTopicInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    await this.archiving.archive(viewer, input);
    return found(await this.topics.load(viewer, input.topicId), 'topic');
  }

  @Mutation(() => TopicType, {
    description: 'Brings an archived topic back, open unless it had been closed before it was archived.',
  })
  @Allow('curate')
  async unarchiveTopic(
    @Args('input') { topicId }: UnarchiveTopicInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TopicRow> {
    await this.archiving.unarchive(viewer, topicId);
    return found(await this.topics.load(viewer, topicId), 'topic');
  }
}
