import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  SUPERFAN_STAGES,
  SUPERFAN_STATES,
  type SuperfanCandidate,
  type SuperfanStage,
  type SuperfanState,
} from '@app/superfans';
import { asEnum } from '../common/as-enum';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';

export const SuperfanStageEnum = asEnum(SUPERFAN_STAGES);
registerEnumType(SuperfanStageEnum, {
  name: 'SuperfanStage',
  description: 'How long a candidate has been helping.',
  valuesMap: {
    EARLY: { description: 'First answered in the last 30 days.' },
    ESTABLISHED: { description: 'First answered before that.' },
  },
});

export const SuperfanStateEnum = asEnum(SUPERFAN_STATES);
registerEnumType(SuperfanStateEnum, {
  name: 'SuperfanState',
  description: 'Where the help of a candidate is going, compared with what is usual for them.',
  valuesMap: {
    RISING: { description: 'New, or answers on clearly more days than usual.' },
    STEADY: { description: 'Answers as usual.' },
    FADING: { description: 'Answers on half as many days as usual, or fewer.' },
    AT_RISK: { description: 'At risk of leaving: silent for much longer than usual.' },
  },
});

/** Somebody whom leads may want to thank, or to win back. */
@ObjectType('Superfan', {
  description: 'Somebody whom leads may want to thank, or to win back. Suggested to leads, and seen by nobody else.',
})
export class SuperfanType implements Pick<SuperfanCandidate, 'stage' | 'state' | 'reasons'> {
  @Field(() => SuperfanStageEnum, { description: 'How long they have been helping.' })
  stage: SuperfanStage;

  @Field(() => SuperfanStateEnum, { description: 'Where it is going.' })
  state: SuperfanState;

  @Field(() => [String], { description: 'Why they are listed, each a phrase in English.' })
  reasons: string[];

  @Field(() => DateTime, { description: 'When they first answered somebody else.' })
  firstAnswerAt: Date;

  @Field(() => DateTime, { description: 'When they did so last.' })
  lastAnswerAt: Date;

  @Field(() => DateTime, { description: 'Up to when help was looked at: some moment of the last night, as a rule.' })
  asOf: Date;
}

export const SuperfanConnection = connectionOf('Superfan', () => SuperfanType);
