import { Field, InputType } from '@nestjs/graphql';
import type { PassReason } from '@app/superfans';
import { DateTime } from '../common/date-time.scalar';
import { NodeId } from '../common/node-id.decorator';
import { PassReasonEnum } from './ask.enums';

/** An ask that the viewer takes on. */
@InputType({ description: 'An ask that the viewer takes on.' })
export class AcceptAskInput {
  @NodeId('TopicAsk')
  askId: string;
}

/** An ask that the viewer passes on. */
@InputType({ description: 'An ask that the viewer passes on.' })
export class PassAskInput {
  @NodeId('TopicAsk')
  askId: string;

  @Field(() => PassReasonEnum, { description: 'Why.' })
  reason: PassReason;
}

/** An ask that the viewer puts off. */
@InputType({ description: 'An ask that the viewer puts off.' })
export class SnoozeAskInput {
  @NodeId('TopicAsk')
  askId: string;

  @Field(() => DateTime, { description: 'When it should come back: within the next seven days.' })
  until: Date;
}
