import { Field, InputType, Int } from '@nestjs/graphql';
import type { ChangeKind, TopicKind, TopicStatus, TopicVisibility } from '@app/community';
import { PlainText } from '@app/kernel';
import { ArrayMaxSize } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';
import { TopicKindEnum, TopicStatusEnum, TopicVisibilityEnum } from './topic.enums';

/** What kind of topic it should be instead. */
@InputType({ description: 'What kind of topic it should be instead.' })
export class ChangeKindInput implements ChangeKind {
  @NodeId('Topic')
  topicId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version: number;

  @Field(() => TopicKindEnum, { description: 'The new kind; only representatives make updates, or anything of them.' })
  kind: TopicKind;

  @Field(() => TopicStatusEnum, {
    nullable: true,
    description: 'Its status as the new kind; left out, it keeps its own if the kind has it, and is NONE otherwise.',
  })
  status?: TopicStatus | null;
}

/** The tags that a topic should carry. */
@InputType({ description: 'The tags that a topic should carry.' })
export class SetTagsInput {
  @NodeId('Topic')
  topicId: string;

  @Field(() => [String], { description: 'All its tags by name, up to ten; a name that is new becomes a tag.' })
  @ArrayMaxSize(10)
  @PlainText({ min: 1, max: 50, each: true })
  tags: string[];
}

/** The products that a topic should be about. */
@InputType({ description: 'The products that a topic should be about.' })
export class SetProductsInput {
  @NodeId('Topic')
  topicId: string;

  @NodeId('Product', { each: true, description: 'All the products it is about, up to ten.' })
  @ArrayMaxSize(10)
  productIds: string[];
}

/** Where a topic moves to. */
@InputType({ description: 'Where a topic moves to.' })
export class MoveTopicInput {
  @NodeId('Topic')
  topicId: string;

  @NodeId('Product', {
    each: true,
    description: 'The products it moves to, one to ten, in place of those it is about.',
  })
  @ArrayMaxSize(10)
  productIds: string[];
}

/** Who should see a topic. */
@InputType({ description: 'Who should see a topic.' })
export class SetTopicVisibilityInput {
  @NodeId('Topic')
  topicId: string;

  @Field(() => TopicVisibilityEnum, { description: 'PRIVATE: only its author and staff.' })
  visibility: TopicVisibility;
}
