import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  TopicKindService,
  TopicPrivacyService,
  TopicSortingService,
  TopicsReader,
  type TopicRow,
  type Viewer,
} from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { found } from '../common/found';
import {
  ChangeKindInput,
  MoveTopicInput,
  SetProductsInput,
  SetTagsInput,
  SetTopicVisibilityInput,
} from './curating.input';
import { TopicType } from './topic.type';

/** Sorts topics: what kind they are, what they are about, and who sees them. */
@Resolver()
export class TopicCuratingResolver {
  constructor(
    private readonly kinds: TopicKindService,
    private readonly sorting: TopicSortingService,
    private readonly privacy: TopicPrivacyService,
    private readonly topics: TopicsReader,
  ) {}

  @Mutation(() => TopicType, { description: 'Makes a question of what was posted as a problem, and the like.' })
  @Allow('curate')
  async changeKind(@Args('input') input: ChangeKindInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    await this.kinds.change(viewer, input);
    return found(await this.topics.load(viewer, input.topicId), 'topic');
  }

  @Mutation(() => TopicType, { description: 'Makes a topic carry exactly these tags; authors use editTopic.' })
  @Allow('curate')
  async setTags(@Args('input') input: SetTagsInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    await this.sorting.setTags(viewer, input);
    return found(await this.topics.load(viewer, input.topicId), 'topic');
  }

  @Mutation(() => TopicType, { description: 'Makes a topic be about exactly these products; authors use editTopic.' })
  @Allow('curate')
  async setProducts(
    @Args('input') { topicId, productIds }: SetProductsInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TopicRow> {
    await this.sorting.setProducts(viewer, topicId, productIds);
    return found(await this.topics.load(viewer, topicId), 'topic');
  }

  @Mutation(() => TopicType, { description: 'Moves a topic from the products that it was about to others.' })
  @Allow('curate')
  async moveTopic(
    @Args('input') { topicId, productIds }: MoveTopicInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TopicRow> {
    await this.sorting.move(viewer, topicId, productIds);
    return found(await this.topics.load(viewer, topicId), 'topic');
  }

  @Mutation(() => TopicType, {
    description:
      'Makes a topic private or public: staff at any time, its author as long as nobody else has taken part in it.',
  })
  @Allow('participate')
  async setTopicVisibility(
    @Args('input') input: SetTopicVisibilityInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TopicRow> {
    await this.privacy.set(viewer, input);
    return found(await this.topics.load(viewer, input.topicId), 'topic');
  }
}
