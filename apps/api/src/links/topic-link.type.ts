import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TOPIC_LINK_KINDS, type TopicLinkKind } from '@app/community';
import { asEnum } from '../common/as-enum';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';

export const TopicLinkKindEnum = asEnum(TOPIC_LINK_KINDS);
registerEnumType(TopicLinkKindEnum, {
  name: 'TopicLinkKind',
  description: 'What a link says of its two topics.',
  valuesMap: {
    DUPLICATE: { description: 'Both ask the same.' },
    RELATED: { description: 'One helps to understand the other.' },
  },
});

/** A link between two topics, as one of them lists it. */
@ObjectType('TopicLink', { description: 'A link between two topics, as one of them lists it.' })
export class TopicLinkType {
  @Field(() => TopicLinkKindEnum, { description: 'What the link says.' })
  kind: TopicLinkKind;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the asker or staff confirmed that it is a duplicate; null while nobody has.',
  })
  confirmedAt: Date | null;

  @Field(() => DateTime, { description: 'When the link was made.' })
  createdAt: Date;
}

export const TopicLinkConnection = connectionOf('TopicLink', () => TopicLinkType);
