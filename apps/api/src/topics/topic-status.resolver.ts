import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { TopicsReader, TopicStatusService, type TopicRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { SetStatusInput } from './set-status.input';
import { TopicType } from './topic.type';

/** Says where the company's work stands. */
@Resolver()
export class TopicStatusResolver {
  constructor(
    private readonly statuses: TopicStatusService,
    private readonly topics: TopicsReader,
  ) {}

  @Mutation(() => TopicType, {
    description:
      "Sets the state of the company's work on a topic; COMPLETE solves it. STATUS_NOT_OF_KIND where its kind has no such status.",
  })
  @Allow('setStatus')
  async setStatus(
    @Args('input') { topicId, status }: SetStatusInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TopicRow | null> {
    await this.statuses.set(viewer, topicId, status);
    return this.topics.load(viewer, topicId);
  }
}
