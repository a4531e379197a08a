import { ArgsType, Field, Int } from '@nestjs/graphql';
import { Max, MaxLength, Min } from 'class-validator';

/** The arguments of a completion. */
@ArgsType()
export class CompletionArgs {
  @Field(() => String, { description: 'What has been typed of the name.' })
  @MaxLength(1_000, { message: 'text is far too long for the beginning of a name: shorten it.' })
  text: string;

  @Field(() => Int, { defaultValue: 10, description: 'So many, 1 to 20.' })
  @Min(1)
  @Max(20)
  first: number;
}
