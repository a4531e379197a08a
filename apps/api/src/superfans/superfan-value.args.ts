import { ArgsType, Field, Float } from '@nestjs/graphql';
import type { ValueRequest } from '@app/superfans';
import { IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { NodeId } from '../common/node-id.decorator';
import { WindowArgs } from '../common/window.args';
import { ShareRangeInput, ValueRangeInput } from './value-range.input';

/** Which window and whose help, and what to assume. */
@ArgsType()
export class SuperfanValueArgs extends WindowArgs implements ValueRequest {
  @NodeId('Member', { nullable: true, description: 'Whose help; that of all members if not said.' })
  @IsOptional()
  memberId?: string | null;

  @Field(() => ValueRangeInput, { nullable: true, description: 'What a contact with support costs: 5, 8, 15.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ValueRangeInput)
  contactCost?: ValueRangeInput | null;

  @Field(() => ShareRangeInput, {
    nullable: true,
    description: 'How many would have turned to support instead: .25, .5, 1.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ShareRangeInput)
  contactShare?: ShareRangeInput | null;

  @Field(() => ShareRangeInput, {
    nullable: true,
    description: 'How many of those who look at a solved topic find their answer: 0, .025, .05.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ShareRangeInput)
  viewShare?: ShareRangeInput | null;

  @Field(() => Float, { nullable: true, description: 'What the programme cost within the window: 0.' })
  @IsOptional()
  @Min(0)
  @Max(1_000_000_000)
  programmeCost?: number | null;
}
