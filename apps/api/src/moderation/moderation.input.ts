import { Field, ID, InputType } from '@nestjs/graphql';
import { postRefOf, type FlagPost, type FlagReason, type PostRef } from '@app/community';
import { GlobalId, PlainText } from '@app/kernel';
import { Transform } from 'class-transformer';
import { IsOptional } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';
import { FlagReasonEnum } from './moderation.enums';

/** A flag on a post. */
@InputType({ description: 'A flag on a post.' })
export class FlagInput {
  @Field(() => ID, { description: 'The id of a topic, an answer or a comment.' })
  @Transform(({ value }: { value: unknown }) => postRefOf(GlobalId.of(value, 'Topic', 'Answer', 'Comment')))
  postId: PostRef;

  @Field(() => FlagReasonEnum, { description: 'Why.' })
  reason: FlagReason;

  @Field(() => String, { nullable: true, description: 'In your own words, up to 1,000 characters.' })
  @IsOptional()
  @PlainText({ min: 1, max: 1000 })
  note?: string | null;

  /** As the service takes it. */
  static toFlag({ postId, reason, note }: FlagInput): FlagPost {
    return { post: postId, reason, note: note ?? null };
  }
}

/** An approval of a post in the queue. */
@InputType({ description: 'An approval of a post in the moderation queue.' })
export class ApprovePostInput {
  @NodeId('ModerationItem')
  itemId: string;
}

/** A removal of a post in the queue. */
@InputType({ description: 'A removal of a post in the moderation queue.' })
export class RemovePostInput {
  @NodeId('ModerationItem')
  itemId: string;

  @Field(() => String, { description: 'Why, up to 500 characters; its author is told.' })
  @PlainText({ min: 1, max: 500 })
  reason: string;
}
