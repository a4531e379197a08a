import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RECOGNITIONS, type Badge, type RecognitionKind } from '@app/superfans';
import { asEnum } from '../common/as-enum';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';

export const RecognitionKindEnum = asEnum(RECOGNITIONS);
registerEnumType(RecognitionKindEnum, {
  name: 'RecognitionKind',
  description: 'How a lead recognises a member.',
  valuesMap: {
    THANKS: { description: 'In words, to them alone.' },
    CHAMPION: { description: 'By the role of a champion.' },
    BADGE: { description: 'By a badge that all can see.' },
  },
});

/** A lead has recognised a member. */
@ObjectType('Recognition', {
  implements: () => [NodeType],
  description: 'How a lead recognised a member; that member and leads see it.',
})
export class RecognitionType {
  @Field(() => RecognitionKindEnum, { description: 'How.' })
  kind: RecognitionKind;

  @Field(() => String, { nullable: true, description: 'What the badge says.' })
  badge: string | null;

  @Field(() => String, { description: 'Why, to the member.' })
  note: string;

  @Field(() => DateTime, { nullable: true, description: 'When the badge was taken back.' })
  withdrawnAt: Date | null;

  @Field(() => DateTime, { description: 'When.' })
  createdAt: Date;
}

/** A badge that a member has. */
@ObjectType('Badge', { description: 'A badge that a lead gave to a member.' })
export class BadgeType implements Badge {
  @Field(() => String, { description: 'What it says.' })
  name: string;

  @Field(() => DateTime, { description: 'Since when they have it.' })
  since: Date;
}

export const RecognitionConnection = connectionOf('Recognition', () => RecognitionType);
