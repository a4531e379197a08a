import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FOLLOW_REASONS, type FollowReason } from '@app/community';
import { asEnum } from '../common/as-enum';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';

export const FollowReasonEnum = asEnum(FOLLOW_REASONS);
registerEnumType(FollowReasonEnum, {
  name: 'FollowReason',
  description: 'Why somebody follows: what a notification says first.',
  valuesMap: {
    ASKED: { description: 'They started the topic.' },
    ANSWERED: { description: 'They answered it.' },
    COMMENTED: { description: 'They commented on it.' },
    ME_TOO: { description: 'They have it too.' },
    CHOSE: { description: 'They chose to.' },
  },
});

/** What a member wants to hear of. */
@ObjectType('Follow', { description: 'Something that a member wants to hear of, and why.' })
export class FollowType {
  @Field(() => FollowReasonEnum, { description: 'Why.' })
  reason: FollowReason;

  @Field(() => DateTime, { name: 'followedAt', description: 'Since when.' })
  createdAt: Date;
}

export const FollowConnection = connectionOf('Follow', () => FollowType);
