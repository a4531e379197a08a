import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import {
  TopicEditingService,
  TopicRetractingService,
  type TopicRow,
  type Viewer,
} from '@app/community';
import { AskAnywayService } from '@app/deflection';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { found } from '../common/found';
import { AskInput } from './ask.input';
import { EditTopicInput, RetractTopicInput } from './edit-topic.input';
import { TopicPageView } from './topic-page.view';
import { TopicType } from './topic.type';

/** Starts topics, changes what they say, and takes them back. */
@Resolver()
export class TopicWritingResolver {
  constructor(
    private readonly asking: AskAnywayService,
    private readonly editing: TopicEditingService,
    private readonly retracting: TopicRetractingService,
    private readonly view: TopicPageView,
  ) {}

  @Mutation(() => TopicType, {
    description: 'Asks a question, reports a problem, shares an idea, gives praise or posts an update.',
  })
  @Allow('participate')
  async ask(
    @Args('input') input: AskInput,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TopicRow> {
    return found(await this.view.load(viewer, { id: await this.asking.ask(viewer, input) }, info), 'topic');
  }

  @Mutation(() => TopicType, {
    description:
      "Changes a topic's title, text, products, tags or sentiment: one's own, or as staff another's. What it said before stays readable.",
  })
  @Allow('participate')
  async editTopic(
    @Args('input') input: EditTopicInput,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TopicRow> {
    await this.editing.edit(viewer, input);
    return found(await this.view.load(viewer, { id: input.topicId }, info), 'topic');
  }

  @Mutation(() => TopicType, {
    description:
      "Takes one's own topic back and leaves a tombstone; not one that others have answered: staff can remove it.",
  })
  @Allow('participate')
  async retractTopic(
    @Args('input') input: RetractTopicInput,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TopicRow> {
    await this.retracting.retract(viewer, input.topicId);
    return found(await this.view.load(viewer, { id: input.topicId }, info), 'topic');
  }
}
