import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';

/** Somebody is about to ask, as they see it themselves. */
@ObjectType('AskAttempt', {
  implements: () => [NodeType],
  description:
    'Somebody is about to ask: what was shown to them, and what came of it. Only whoever made it sees it, and it keeps nothing of what they type.',
})
export class AskAttemptType {
  @Field(() => Boolean, {
    name: 'isHeldOut',
    description: 'Whether it is drawn to see no suggestions, so that the others can be compared with it. For good.',
  })
  heldOut: boolean;

  @Field(() => Boolean, {
    name: 'isSurveyed',
    description: 'Whether it is drawn to be asked "Did you find what you needed?": see answerSurvey.',
  })
  surveyed: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When "this answered me" was said.' })
  answeredAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When a me too was given instead of asking.' })
  meTooAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the question was asked all the same.' })
  askedAt: Date | null;

  @Field(() => DateTime, { description: 'When it was started.' })
  createdAt: Date;
}
