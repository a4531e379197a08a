import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  AnswersReader,
  CommentsReader,
  PostRemovingService,
  TopicsReader,
  type AnswerRow,
  type Comment,
  type TopicRow,
  type Viewer,
} from '@app/community';
import { AnswerType } from '../answers/answer.type';
import { CommentType } from '../comments/comment.type';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { found } from '../common/found';
import { TopicType } from '../topics/topic.type';
import {
  RemoveAnswerInput,
  RemoveCommentInput,
  RemoveTopicInput,
  RestoreAnswerInput,
  RestoreCommentInput,
  RestoreTopicInput,
} from './removing.input';

/** Removes posts, and restores them. */
@Resolver()
export class PostRemovingResolver {
  constructor(
    private readonly removing: PostRemovingService,
    private readonly topics: TopicsReader,
    private readonly answers: AnswersReader,
    private readonly comments: CommentsReader,
  ) {}

  @Mutation(() => TopicType, {
    description: 'Removes a topic: it leaves lists and search, and readers with the link see a tombstone.',
  })
  @Allow('curate')
  async removeTopic(
    @Args('input') { topicId, reason }: RemoveTopicInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TopicRow> {
    await this.removing.remove(viewer, { topicId }, reason);
    return found(await this.topics.load(viewer, topicId), 'topic');
  }

  @Mutation(() => TopicType, { description: 'Restores a topic that staff removed.' })
  @Allow('curate')
  async restoreTopic(
    @Args('input') { topicId }: RestoreTopicInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TopicRow> {
    await this.removing.restore(viewer, { topicId });
    return found(await this.topics.load(viewer, topicId), 'topic');
  }

  @Mutation(() => AnswerType, {
    description:
      'Removes an answer, and ends its marks; an official one only by those who speak for the company. Staff still see it.',
  })
  @Allow('curate')
  async removeAnswer(
    @Args('input') { answerId, reason }: RemoveAnswerInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AnswerRow> {
    await this.removing.remove(viewer, { answerId }, reason);
    return found(await this.answers.load(viewer, answerId), 'answer');
  }

  @Mutation(() => AnswerType, {
    description: 'Restores an answer that staff removed, with its stars; its marks are given anew, or not.',
  })
  @Allow('curate')
  async restoreAnswer(
    @Args('input') { answerId }: RestoreAnswerInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AnswerRow> {
    await this.removing.restore(viewer, { answerId });
    return found(await this.answers.load(viewer, answerId), 'answer');
  }

  @Mutation(() => CommentType, { description: 'Removes a comment. Staff still see it.' })
  @Allow('curate')
  async removeComment(
    @Args('input') { commentId, reason }: RemoveCommentInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Comment> {
    await this.removing.remove(viewer, { commentId }, reason);
    return found(await this.comments.load(viewer, commentId), 'comment');
  }

  @Mutation(() => CommentType, { description: 'Restores a comment that staff removed.' })
  @Allow('curate')
  async restoreComment(
    @Args('input') { commentId }: RestoreCommentInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Comment> {
    await this.removing.restore(viewer, { commentId });
    return found(await this.comments.load(viewer, commentId), 'comment');
  }
}
