import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { TopicAskingService, TopicsReader, type TopicRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { AskInput } from './ask.input';
import { TopicType } from './topic.type';

/** Starts topics and changes what they say. */
@Resolver()
export class TopicWritingResolver {
  constructor(
    private readonly asking: TopicAskingService,
    private readonly topics: TopicsReader,
  ) {}

  @Mutation(() => TopicType, {
    description: 'Asks a question, reports a problem, shares an idea, gives praise or posts an update.',
  })
  @Allow('participate')
  async ask(@Args('input') input: AskInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow | null> {
    return this.topics.load(viewer, await this.asking.ask(viewer, input));
  }
}
