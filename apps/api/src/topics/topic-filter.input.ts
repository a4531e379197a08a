import { Field, InputType } from '@nestjs/graphql';
import type { Match, Resolution, TopicFilter, TopicKind, TopicStatus } from '@app/community';
import { PlainText } from '@app/kernel';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { DateTime } from '../common/date-time.scalar';
import { NodeId } from '../common/node-id.decorator';
import { MatchEnum, ResolutionEnum, TopicKindEnum, TopicStatusEnum } from './topic.enums';

/** Which topics a list holds. */
@InputType({ description: 'Which topics a list holds; what is left out does not narrow it.' })
export class TopicFilterInput implements TopicFilter {
  @Field(() => [TopicKindEnum], { nullable: true, description: 'One of these kinds.' })
  kinds?: TopicKind[] | null;

  @Field(() => [TopicStatusEnum], { nullable: true, description: 'One of these statuses.' })
  statuses?: TopicStatus[] | null;

  @Field(() => [ResolutionEnum], { nullable: true, description: 'One of these resolutions.' })
  resolutions?: Resolution[] | null;

  @NodeId('Product', { nullable: true, each: true, description: 'About these products.' })
  @IsOptional()
  @ArrayMaxSize(10)
  productIds?: string[] | null;

  @Field(() => MatchEnum, { nullable: true, description: 'Whether one of the products is enough (ANY, the default).' })
  productMatch?: Match | null;

  @Field(() => [String], {
    nullable: true,
    description: 'With these tags; a synonym counts as the tag that it stands for.',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  @PlainText({ min: 1, max: 50, each: true })
  tags?: string[] | null;

  @Field(() => MatchEnum, { nullable: true, description: 'Whether one of the tags is enough (ANY, the default).' })
  tagMatch?: Match | null;

  @NodeId('Member', { nullable: true, description: 'Started by this member.' })
  authorId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'With an official answer, or without one.' })
  hasOfficialAnswer?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Started at this moment or later.' })
  createdSince?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Active at this moment or later.' })
  activeSince?: Date | null;
}
