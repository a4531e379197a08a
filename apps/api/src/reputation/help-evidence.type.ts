import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../common/date-time.scalar';

/** What somebody solved that was about one product or tag. */
@ObjectType('HelpEvidence', {
  description:
    'What somebody solved that was about one product or one tag: what everybody could count on the pages themselves. There is no sum of it, and nobody is ranked by it.',
})
export class HelpEvidenceType {
  @Field(() => String, { description: 'What the product or the tag is called.' })
  about: string;

  @Field(() => Int, {
    name: 'questionsSolved',
    description: 'Public questions that an answer of theirs solved, as their askers say.',
  })
  questions: number;

  @Field(() => Int, { name: 'peopleHelped', description: 'Different people who asked them.' })
  people: number;

  @Field(() => DateTime, { name: 'lastSolvedAt', description: 'When the last of them was said to be solved.' })
  lastAt: Date;
}
