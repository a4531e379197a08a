import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { CommunitySettings } from '@app/community';

/** How a community works. */
@ObjectType('CommunitySettings', { description: "What a community's admins decide about how it works." })
export class CommunitySettingsType implements CommunitySettings {
  @Field(() => Int, { description: 'How many first posts of a new customer wait for approval; 0 holds none.' })
  holdFirstPosts: number;

  @Field(() => Int, { description: 'So many flags by trusted members hide a post until staff decide.' })
  flagsToHide: number;

  @Field(() => Int, { description: 'So many stars by trusted members on one answer solve its topic.' })
  readersToSolve: number;

  @Field(() => Int, {
    description:
      "A customer's stars and flags count from this many days after joining, until enough of them are trusted by others.",
  })
  trustedAfterDays: number;

  @Field(() => [String], { description: 'Verified addresses of these domains make new members EMPLOYEE.' })
  companyEmailDomains: string[];

  @Field(() => Boolean, { description: 'Whether people may join by themselves.' })
  openToJoin: boolean;

  @Field(() => Int, { description: 'So many of a hundred attempts at asking are shown no suggestions, to compare.' })
  holdOutPercent: number;

  @Field(() => Int, { description: 'So many of a hundred attempts and views are asked whether they found it.' })
  surveyPercent: number;

  @Field(() => Int, { description: 'One of so many views of solved topics is taken for a question not asked.' })
  solvedViewsPerAnswer: number;

  @Field(() => Int, { description: 'One of so many views of other topics is taken for a question not asked.' })
  otherViewsPerAnswer: number;

  @Field(() => Boolean, { description: 'Whether what members search for is kept together with who they are.' })
  keepSearchers: boolean;
}
