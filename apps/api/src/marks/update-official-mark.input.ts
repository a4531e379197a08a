import { Field, InputType } from '@nestjs/graphql';
import type { OfficialMarkChange } from '@app/community';
import { DateTime } from '../common/date-time.scalar';
import { NodeId } from '../common/node-id.decorator';

/** What is said of an official answer. */
@InputType({ description: 'What is said of an official answer; what is left out stays.' })
export class UpdateOfficialMarkInput implements OfficialMarkChange {
  @NodeId('Answer')
  answerId: string;

  @NodeId('Member', {
    nullable: true,
    description: 'Who keeps it true: a member who works for the company. At first, whoever marks it.',
  })
  ownerId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When its owner should look at it again; null for never.' })
  reviewAt?: Date | null;
}
