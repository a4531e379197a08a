import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { MeTooService, type TopicRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { TopicType } from '../topics/topic.type';
import { MeTooInput } from './me-too.input';

/** Counts people who have the same question. */
@Resolver()
export class MeTooResolver {
  constructor(private readonly meToos: MeTooService) {}

  @Mutation(() => TopicType, {
    description:
      'The viewer has the same question, problem or wish, and follows the topic for that. A second time changes nothing.',
  })
  @Allow('participate')
  meToo(@Args('input') { topicId }: MeTooInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    return this.meToos.meToo(viewer, topicId);
  }

  @Mutation(() => TopicType, {
    description:
      'The viewer does not have it after all: a follow that came with the me too goes with it. The one who started the topic keeps theirs.',
  })
  @Allow('participate')
  takeBackMeToo(@Args('input') { topicId }: MeTooInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    return this.meToos.takeBack(viewer, topicId);
  }
}
