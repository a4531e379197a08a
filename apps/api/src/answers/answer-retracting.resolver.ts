import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AnswerRetractingService, TopicsReader, type TopicRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { found } from '../common/found';
import { TopicType } from '../topics/topic.type';
import { RetractAnswerInput } from './answer.input';

/** Takes answers back. */
@Resolver()
export class AnswerRetractingResolver {
  constructor(
    private readonly retracting: AnswerRetractingService,
    private readonly topics: TopicsReader,
  ) {}

  @Mutation(() => TopicType, {
    description: "Takes one's own answer back, with its marks; returns the topic that it stood in.",
  })
  @Allow('participate')
  async retractAnswer(@Args('input') input: RetractAnswerInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    return found(await this.topics.load(viewer, await this.retracting.retract(viewer, input.answerId)), 'topic');
  }
}
