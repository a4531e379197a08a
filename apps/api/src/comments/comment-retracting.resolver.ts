import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommentRetractingService, TopicsReader, type TopicRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { found } from '../common/found';
import { TopicType } from '../topics/topic.type';
import { RetractCommentInput } from './comment.input';

/** Takes comments back. */
@Resolver()
export class CommentRetractingResolver {
  constructor(
    private readonly retracting: CommentRetractingService,
    private readonly topics: TopicsReader,
  ) {}

  @Mutation(() => TopicType, { description: "Takes one's own comment back; returns the topic that it stood in." })
  @Allow('participate')
  async retractComment(@Args('input') input: RetractCommentInput, @CurrentViewer() viewer: Viewer): Promise<TopicRow> {
    return found(await this.topics.load(viewer, await this.retracting.retract(viewer, input.commentId)), 'topic');
  }
}
