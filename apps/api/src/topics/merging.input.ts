import { Field, InputType } from '@nestjs/graphql';
import type { ForkTopic, MergeTopic, TopicKind } from '@app/community';
import { PlainText, TEXT_LIMITS } from '@app/kernel';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';
import { TopicKindEnum } from './topic.enums';

/** A duplicate, and what it is a duplicate of. */
@InputType({ description: 'A duplicate, and what it is a duplicate of.' })
export class MergeTopicInput implements MergeTopic {
  @NodeId('Topic', { description: 'The Topic that is merged away.' })
  topicId: string;

  @NodeId('Topic', {
    description: 'The Topic that it goes into; where that one was merged away, it goes where it went.',
  })
  intoId: string;
}

/** A merged topic to be taken out again. */
@InputType({ description: 'A merged topic that becomes one of its own again.' })
export class UnmergeTopicInput {
  @NodeId('Topic', { description: 'The Topic that was merged away.' })
  topicId: string;
}

/** Answers and comments that become a topic of their own. */
@InputType({ description: 'Answers and comments of one topic that become a topic of their own, one at least.' })
export class ForkTopicInput implements ForkTopic {
  @NodeId('Topic', { description: 'The Topic that they stand in.' })
  topicId: string;

  @IdempotencyKey()
  idempotencyKey: string;

  @NodeId('Answer', {
    nullable: true,
    each: true,
    description: 'Answers, up to a hundred; their comments go with them.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  answerIds?: string[] | null;

  @NodeId('Comment', { nullable: true, each: true, description: 'Comments, up to a hundred.' })
  @IsOptional()
  @ArrayMaxSize(100)
  commentIds?: string[] | null;

  @Field(() => String, { description: 'The title of the new topic, 1 to 300 characters of plain text.' })
  @PlainText({ min: 1, max: TEXT_LIMITS.title })
  title: string;

  @Field(() => TopicKindEnum, { defaultValue: 'QUESTION', description: 'The kind of the new topic.' })
  kind: TopicKind;
}
