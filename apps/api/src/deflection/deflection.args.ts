import { ArgsType, Field, Float, Int } from '@nestjs/graphql';
import type { DeflectionRequest } from '@app/deflection';
import { IsOptional, Max, Min } from 'class-validator';
import { DateTime } from '../common/date-time.scalar';
import { NodeId } from '../common/node-id.decorator';

/** Which window of which community, and what to assume. */
@ArgsType()
export class DeflectionArgs implements DeflectionRequest {
  @NodeId('Community')
  communityId: string;

  @Field(() => DateTime, { nullable: true, description: 'Where the window begins: 30 days before it ends if not said.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Where it ends, 400 days later at most: now if not said.' })
  to?: Date | null;

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
