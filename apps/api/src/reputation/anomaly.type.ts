import { ArgsType, Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PlainText, TEXT_LIMITS } from '@app/kernel';
import {
  ANOMALIES,
  ANOMALY_STATES,
  type AnomalyDecision,
  type AnomalyKind,
  type AnomalyState,
  type Confirmation,
} from '@app/reputation';
import { asEnum } from '../common/as-enum';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { NodeId } from '../common/node-id.decorator';
import { NodeType } from '../common/node.type';
import { PageArgs } from '../common/page.args';
import { ConfirmationEnum } from './reputation.enums';

const AnomalyKindEnum = asEnum(ANOMALIES);
registerEnumType(AnomalyKindEnum, {
  name: 'AnomalyKind',
  description: 'What does not look like help that helped.',
  valuesMap: {
    BURST: { description: 'One account confirmed one member many times within minutes.' },
    ONE_WAY: { description: 'Accounts that have written nothing star one member only.' },
    RING: { description: 'Members confirm each other, and hardly anybody else.' },
    CIRCLE: {
      description:
        'A member would be a superfan, but nobody whom the company can vouch for ever dealt with those whom they helped.',
    },
  },
});

const AnomalyStateEnum = asEnum(ANOMALY_STATES);
registerEnumType(AnomalyStateEnum, {
  name: 'AnomalyState',
  description: 'What became of an anomaly.',
  valuesMap: {
    OPEN: { description: 'A lead should look.' },
    REVERSED: { description: 'Its confirmations no longer count.' },
    DISMISSED: { description: 'It is as it should be.' },
    GONE: { description: 'It is no longer found: what it was made of was taken back.' },
  },
});

/** Something in the ledger that a lead should look at. */
@ObjectType('ReputationAnomaly', {
  implements: () => [NodeType],
  description: 'Something in the ledger that a lead should look at, with the evidence.',
})
export class AnomalyType {
  @Field(() => AnomalyKindEnum, { description: 'What it is.' })
  kind: AnomalyKind;

  @Field(() => AnomalyStateEnum, { description: 'What became of it.' })
  state: AnomalyState;

  @Field(() => String, { description: 'What speaks for it, in words.' })
  because: string;

  @Field(() => String, { nullable: true, description: 'What the lead said of the last decision.' })
  note: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided last.' })
  decidedAt: Date | null;

  @Field(() => DateTime, { description: 'When it was found.' })
  foundAt: Date;
}

/** A confirmation as evidence. */
@ObjectType('ReputationConfirmation', { description: 'A confirmation as leads see it: in an anomaly, or contested.' })
export class AnomalyConfirmationType {
  @Field(() => ConfirmationEnum, { description: 'What was said.' })
  kind: Confirmation;

  @Field(() => DateTime, { description: 'When.' })
  at: Date;
}

export const AnomalyConnection = connectionOf('ReputationAnomaly', () => AnomalyType);
export const AnomalyConfirmationConnection = connectionOf('ReputationConfirmation', () => AnomalyConfirmationType);

/** Which anomalies of which community. */
@ArgsType()
export class AnomaliesArgs extends PageArgs {
  @NodeId('Community')
  communityId: string;

  @Field(() => AnomalyStateEnum, { defaultValue: 'OPEN', description: 'Those of which state.' })
  state: AnomalyState;
}

/** An anomaly, and what the lead says of the decision. */
@InputType({ description: 'An anomaly, and what the lead says of the decision.' })
export class DecideAnomalyInput implements AnomalyDecision {
  @NodeId('ReputationAnomaly')
  anomalyId: string;

  @Field(() => String, { description: 'Why; those whom it is about read it. 1 to 500 characters of plain text.' })
  @PlainText({ min: 1, max: TEXT_LIMITS.summary })
  note: string;
}
