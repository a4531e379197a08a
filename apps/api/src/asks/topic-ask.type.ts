import { Field, ObjectType } from '@nestjs/graphql';
import type { AskState, PassReason } from '@app/superfans';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { AskStateEnum, PassReasonEnum } from './ask.enums';

/** The viewer is asked whether they can answer a topic. */
@ObjectType('TopicAsk', {
  description:
    'The viewer is asked whether they can answer a topic. Who asked the topic and staff see that they were asked, and why; what they say to it is theirs alone.',
})
export class TopicAskType {
  @Field(() => AskStateEnum, { description: 'What has become of it.' })
  state: AskState;

  @Field(() => PassReasonEnum, { nullable: true, description: 'Why they passed it on; null where they did not.' })
  passReason: PassReason | null;

  @Field(() => DateTime, { nullable: true, description: 'When it comes back, where it was put off.' })
  snoozedUntil: Date | null;

  @Field(() => DateTime, { name: 'askedAt', description: 'When they were asked.' })
  createdAt: Date;
}

export const TopicAskConnection = connectionOf('TopicAsk', () => TopicAskType);
