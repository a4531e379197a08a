import { createUnionType } from '@nestjs/graphql';
import type { AnswerRow, Comment, TopicRow } from '@app/community';
import { AnswerType } from '../answers/answer.type';
import { CommentType } from '../comments/comment.type';
import { IdeaType, PraiseType, ProblemType, QuestionType, TOPIC_TYPES, UpdateType } from '../topics/topic.type';

/** Anything that people post. */
export const PostUnion = createUnionType({
  name: 'Post',
  description: 'Anything that people post.',
  types: () => [QuestionType, ProblemType, IdeaType, PraiseType, UpdateType, AnswerType, CommentType] as const,
  resolveType: (post: TopicRow | AnswerRow | Comment) => {
    if ('kind' in post) return TOPIC_TYPES[post.kind];
    return 'followUp' in post ? AnswerType : CommentType;
  },
});
