import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { LinkJudgingService, TopicLinkingService, TopicsReader, type TopicRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { found } from '../common/found';
import { TopicType } from '../topics/topic.type';
import { LinkEndsInput, LinkTopicInput } from './linking.input';

/** Lets members link topics, and those whom it concerns say whether that is right. */
@Resolver()
export class LinkingResolver {
  constructor(
    private readonly linking: TopicLinkingService,
    private readonly judging: LinkJudgingService,
    private readonly topics: TopicsReader,
  ) {}

  @Mutation(() => TopicType, {
    description:
      'Says that a topic asks what another one asks, or is related to it; both stay as they are. By the asker of the topic, or staff, a duplicate is confirmed at once. When the other one is solved, the asker is told.',
  })
  @Allow('participate')
  async linkTopic(@Args('input') input: LinkTopicInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    await this.linking.link(viewer, input);
    return found(await this.topics.load(viewer, input.topicId), 'topic');
  }

  @Mutation(() => TopicType, {
    description: "Takes back one's own link until somebody else confirms it; the asker and staff any link.",
  })
  @Allow('participate')
  async unlinkTopic(@Args('input') input: LinkEndsInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    await this.linking.unlink(viewer, input);
    return found(await this.topics.load(viewer, input.topicId), 'topic');
  }

  @Mutation(() => TopicType, { description: 'The asker of a topic, or staff: it does ask what the other one asks.' })
  @Allow('participate')
  async confirmDuplicate(@Args('input') input: LinkEndsInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    await this.judging.confirm(viewer, input);
    return found(await this.topics.load(viewer, input.topicId), 'topic');
  }

  @Mutation(() => TopicType, {
    description: 'The asker of a topic, or staff: this link is wrong. Nobody sees it any more, nor can others make it again.',
  })
  @Allow('participate')
  async rejectLink(@Args('input') input: LinkEndsInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    await this.judging.reject(viewer, input);
    return found(await this.topics.load(viewer, input.topicId), 'topic');
  }
}
