import { Field, InputType, Int } from '@nestjs/graphql';
import type { CommunityChange, CommunityVisibility } from '@app/community';
import { PlainText } from '@app/kernel';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsFQDN, IsLocale, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';
import { CommunityVisibilityEnum } from './community.type';

/** A change of how a community works. */
@InputType({ description: 'A change of how a community works; what is left out stays.' })
export class CommunitySettingsInput {
  @Field(() => Int, { nullable: true, description: 'How many first posts of a new customer wait, 0 to 20.' })
  @IsOptional()
  @Min(0)
  @Max(20)
  holdFirstPosts?: number | null;

  @Field(() => Int, { nullable: true, description: 'So many trusted flags hide a post, 1 to 100.' })
  @IsOptional()
  @Min(1)
  @Max(100)
  flagsToHide?: number | null;

  @Field(() => Int, { nullable: true, description: 'So many trusted stars solve a topic, 1 to 100.' })
  @IsOptional()
  @Min(1)
  @Max(100)
  readersToSolve?: number | null;

  @Field(() => Int, { nullable: true, description: "Days until a customer's stars and flags count, 0 to 365." })
  @IsOptional()
  @Min(0)
  @Max(365)
  trustedAfterDays?: number | null;

  @Field(() => [String], { nullable: true, description: 'Domains of the company, such as example.com; up to 50.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map((domain) => String(domain).trim().toLowerCase()) : value,
  )
  @ArrayMaxSize(50)
  @IsFQDN({}, { each: true, message: 'companyEmailDomains takes domains such as example.com.' })
  companyEmailDomains?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether people may join by themselves.' })
  openToJoin?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Of a hundred attempts at asking, shown no suggestions: 5 to 10.' })
  @IsOptional()
  @Min(5)
  @Max(10)
  holdOutPercent?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a hundred attempts and views, asked the survey: 0 to 100.' })
  @IsOptional()
  @Min(0)
  @Max(100)
  surveyPercent?: number | null;

  @Field(() => Int, { nullable: true, description: 'Views of solved topics for one question not asked, 1 to 1,000.' })
  @IsOptional()
  @Min(1)
  @Max(1000)
  solvedViewsPerAnswer?: number | null;

  @Field(() => Int, { nullable: true, description: 'Views of other topics for one question not asked, 1 to 1,000.' })
  @IsOptional()
  @Min(1)
  @Max(1000)
  otherViewsPerAnswer?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether what members search for is kept together with who they are.',
  })
  keepSearchers?: boolean | null;
}

/** A change of a community. */
@InputType({ description: 'A change of a community; what is left out stays.' })
export class UpdateCommunityInput implements CommunityChange {
  @NodeId('Community')
  communityId: string;

  @Field(() => Int, { description: 'The version that the edit was made on.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'The name that people read, 1 to 100 characters.' })
  @IsOptional()
  @PlainText({ min: 1, max: 100 })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The language that topics are in, BCP 47.' })
  @IsOptional()
  @IsLocale({ message: 'locale takes a language tag, such as en or de-AT.' })
  locale?: string | null;

  @Field(() => CommunityVisibilityEnum, { nullable: true, description: 'Who sees it.' })
  visibility?: CommunityVisibility | null;

  @Field(() => CommunitySettingsInput, { nullable: true, description: 'How it works.' })
  @IsOptional()
  @Type(() => CommunitySettingsInput)
  @ValidateNested()
  settings?: CommunitySettingsInput | null;
}
