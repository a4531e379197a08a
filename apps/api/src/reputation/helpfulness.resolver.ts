import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { helpfulnessInWords, type HelpfulnessAbout } from '@app/reputation';
import { aboutResolver } from './about.resolver';
import { HelpfulnessType } from './helpfulness.type';

/** What somebody's helpfulness is about, and how it reads. */
@Resolver(() => HelpfulnessType)
export class HelpfulnessResolver extends aboutResolver(() => HelpfulnessType) {
  @ResolveField(() => String, {
    description:
      'In words: "In 43 threads about calendars: 1.6 times as helpful as others beside them, hardly by chance".',
  })
  inWords(@Parent() helpfulness: HelpfulnessAbout): string {
    return helpfulnessInWords(helpfulness);
  }
}
