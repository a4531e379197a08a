import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  TopicForkingService,
  TopicMergingService,
  TopicsReader,
  TopicUnmergingService,
  type TopicRow,
  type Viewer,
} from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { found } from '../common/found';
import { ForkTopicInput, MergeTopicInput, UnmergeTopicInput } from './merging.input';
import { TopicType } from './topic.type';

/** Brings topics together and takes them apart. */
@Resolver()
export class TopicMergingResolver {
  constructor(
    private readonly merging: TopicMergingService,
    private readonly unmerging: TopicUnmergingService,
    private readonly forking: TopicForkingService,
    private readonly topics: TopicsReader,
  ) {}

  @Mutation(() => TopicType, {
    description:
      'Merges a duplicate into another topic: its answers, comments, followers and me-toos go there, each person counted once. Returns the duplicate; `mergedInto` leads on.',
  })
  @Allow('curate')
  async mergeTopic(@Args('input') input: MergeTopicInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    await this.merging.merge(viewer, input);
    return found(await this.topics.load(viewer, input.topicId), 'topic');
  }

  @Mutation(() => TopicType, {
    description:
      'Undoes a merge: all that came with the topic goes back to it, what came after the merge stays where it is.',
  })
  @Allow('curate')
  async unmergeTopic(
    @Args('input') { topicId }: UnmergeTopicInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TopicRow> {
    await this.unmerging.unmerge(viewer, topicId);
    return found(await this.topics.load(viewer, topicId), 'topic');
  }

  @Mutation(() => TopicType, {
    description:
      'Makes a topic of its own out of answers and comments, and returns it: the oldest of them is its text, by its author, the others its answers and comments.',
  })
  @Allow('curate')
  async forkTopic(@Args('input') input: ForkTopicInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    return found(await this.topics.load(viewer, await this.forking.fork(viewer, input)), 'topic');
  }
}
