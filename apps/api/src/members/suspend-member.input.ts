import { Field, InputType } from '@nestjs/graphql';
import type { SuspendMember } from '@app/community';
import { PlainText } from '@app/kernel';
import { DateTime } from '../common/date-time.scalar';
import { NodeId } from '../common/node-id.decorator';

/** Whom to suspend, why, and until when. */
@InputType({ description: 'Whom to suspend, why, and until when.' })
export class SuspendMemberInput implements SuspendMember {
  @NodeId('Member')
  memberId: string;

  @Field(() => String, { description: 'Why, 1 to 300 characters; the member reads it.' })
  @PlainText({ min: 1, max: 300 })
  reason: string;

  @Field(() => DateTime, { nullable: true, description: 'The end, in the future; until somebody lifts it if absent.' })
  until?: Date | null;
}

/** Whose suspension ends. */
@InputType({ description: 'Whose suspension ends.' })
export class UnsuspendMemberInput {
  @NodeId('Member')
  memberId: string;
}
