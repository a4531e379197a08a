import { Field, InputType, Int } from '@nestjs/graphql';
import type { ProfileChange } from '@app/community';
import { BodyText, DisplayName, Handle, PlainText } from '@app/kernel';
import { IsLocale, IsOptional } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';

/** What a member changes about themselves. */
@InputType({ description: "A change of the viewer's own profile; what is left out stays." })
export class UpdateProfileInput implements ProfileChange {
  @NodeId('Community')
  communityId: string;

  @Field(() => Int, { description: 'The version of the member that the edit was made on.' })
  version: number;

  @Field(() => String, {
    nullable: true,
    description: 'The name in addresses and mentions: 3 to 30 of a-z, 0-9, _ and -. Unique in the community.',
  })
  @IsOptional()
  @Handle()
  handle?: string | null;

  @Field(() => String, { nullable: true, description: 'The name that others read, 1 to 60 characters.' })
  @IsOptional()
  @DisplayName()
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'Their job or function, up to 100 characters.' })
  @IsOptional()
  @PlainText({ min: 0, max: 100 })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What they say about themselves, up to 2,000 of Markdown.' })
  @IsOptional()
  @BodyText({ min: 0, max: 2000 })
  bio?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The language they read in, BCP 47; null goes back to the community's.",
  })
  @IsOptional()
  @IsLocale({ message: 'locale takes a language tag, such as en or de-AT.' })
  locale?: string | null;
}
