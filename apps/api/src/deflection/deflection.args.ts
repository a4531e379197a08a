import { ArgsType, Field, Float, Int } from '@nestjs/graphql';
import type { DeflectionRequest } from '@app/deflection';
import { IsOptional, Max, Min } from 'class-validator';
import { WindowArgs } from '../common/window.args';

/** Which window of which community, and what to assume. */
@ArgsType()
export class DeflectionArgs extends WindowArgs implements DeflectionRequest {
  @Field(() => Int, { nullable: true, description: 'Instead of the setting: views of solved topics for one answer.' })
  @IsOptional()
  @Min(1)
  @Max(1_000)
  solvedViewsPerAnswer?: number | null;

  @Field(() => Int, { nullable: true, description: 'Instead of the setting: views of other topics for one answer.' })
  @IsOptional()
  @Min(1)
  @Max(1_000)
  otherViewsPerAnswer?: number | null;

  @Field(() => Float, { nullable: true, description: 'How far off the modelled figure may be: 1 to 100 times; 2.' })
  @IsOptional()
  @Min(1)
  @Max(100)
  spread?: number | null;
}
