import { Field, ObjectType } from '@nestjs/graphql';
import type { FlagReason, ModerationCause, ModerationDecision } from '@app/community';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';
import { FlagReasonEnum, ModerationCauseEnum, ModerationDecisionEnum } from './moderation.enums';

/** A member's word that a post should not stand. */
@ObjectType('Flag', { description: "A member's word that a post should not stand." })
export class FlagType {
  @Field(() => FlagReasonEnum, { description: 'Why.' })
  reason: FlagReason;

  @Field(() => String, { description: 'In their own words; empty where they said no more.' })
  note: string;

  @Field(() => Boolean, {
    name: 'isTrusted',
    description: 'Whether their word counted: enough trusted flags hide a post.',
  })
  trusted: boolean;

  @Field(() => DateTime, { description: 'When.' })
  createdAt: Date;
}

/** A post that staff should decide on. */
@ObjectType('ModerationItem', {
  implements: () => [NodeType],
  description: 'A post that staff should decide on, or have decided on.',
})
export class ModerationItemType {
  @Field(() => ModerationCauseEnum, { description: 'What brought it here.' })
  cause: ModerationCause;

  @Field(() => ModerationDecisionEnum, { nullable: true, description: 'What was decided; null while it is open.' })
  decision: ModerationDecision | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;

  @Field(() => DateTime, { description: 'When it came here.' })
  createdAt: Date;
}

export const ModerationItemConnection = connectionOf('ModerationItem', () => ModerationItemType);
