import { ArgsType, Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PlainText, TEXT_LIMITS } from '@app/kernel';
import { DISPUTE_OUTCOMES, type DisputeDecision, type DisputeOutcome, type NewDispute } from '@app/reputation';
import { asEnum } from '../common/as-enum';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';
import { NodeType } from '../common/node.type';
import { PageArgs } from '../common/page.args';

const DisputeOutcomeEnum = asEnum(DISPUTE_OUTCOMES);
registerEnumType(DisputeOutcomeEnum, {
  name: 'DisputeOutcome',
  description: 'What leads say to a dispute.',
  valuesMap: {
    KEPT: { description: 'The line stays as it is.' },
    COUNTED: { description: 'It counts after all: what leads reversed is given back, what was held is released.' },
    REVERSED: { description: 'It no longer counts.' },
  },
});

/** A member does not agree with a line of their own ledger. */
@ObjectType('ReputationDispute', {
  implements: () => [NodeType],
  description: 'A member does not agree with a line of their own ledger; they and leads see it.',
})
export class DisputeType {
  @Field(() => String, { description: "Why, in the member's words." })
  reason: string;

  @Field(() => DisputeOutcomeEnum, { nullable: true, description: 'What was decided; null while it is open.' })
  outcome: DisputeOutcome | null;

  @Field(() => String, { nullable: true, description: 'What the lead says to it.' })
  note: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;

  @Field(() => DateTime, { description: 'When.' })
  createdAt: Date;
}

export const DisputeConnection = connectionOf('ReputationDispute', () => DisputeType);

/** Whose disputes, and which page of them. */
@ArgsType()
export class DisputesArgs extends PageArgs {
  @NodeId('Community')
  communityId: string;
}

/** A line of one's own ledger, and what is wrong about it. */
@InputType({ description: 'A line of your own ledger, and what is wrong about it.' })
export class DisputeReputationInput implements NewDispute {
  @NodeId('ReputationEntry', { description: 'The id of a ReputationLine.' })
  entryId: string;

  @IdempotencyKey()
  idempotencyKey: string;

  @Field(() => String, { description: 'Why, 1 to 500 characters of plain text.' })
  @PlainText({ min: 1, max: TEXT_LIMITS.summary })
  reason: string;
}

/** What a lead decides. */
@InputType({ description: 'What a lead decides about a dispute.' })
export class DecideDisputeInput implements DisputeDecision {
  @NodeId('ReputationDispute')
  disputeId: string;

  @Field(() => DisputeOutcomeEnum, { description: 'What is decided.' })
  outcome: DisputeOutcome;

  @Field(() => String, { description: 'What the member is told, 1 to 500 characters of plain text.' })
  @PlainText({ min: 1, max: TEXT_LIMITS.summary })
  note: string;
}
