import { Field, Float, InputType } from '@nestjs/graphql';
import type { ValueRange } from '@app/superfans';
import { Max, Min } from 'class-validator';

/** Something assumed carefully, likely, and at the most. */
@InputType({ description: 'An assumption: careful, likely, and at the most; it goes upwards.' })
export class ValueRangeInput implements ValueRange {
  @Field(() => Float, { description: 'The careful case.' })
  @Min(0)
  @Max(1_000_000)
  low: number;

  @Field(() => Float, { description: 'The likely case.' })
  @Min(0)
  @Max(1_000_000)
  mid: number;

  @Field(() => Float, { description: 'The most.' })
  @Min(0)
  @Max(1_000_000)
  high: number;
}

/** A share assumed carefully, likely, and at the most. */
@InputType({ description: 'An assumed share, 0 to 1: careful, likely, and at the most; it goes upwards.' })
export class ShareRangeInput implements ValueRange {
  @Field(() => Float, { description: 'The careful case.' })
  @Min(0)
  @Max(1)
  low: number;

  @Field(() => Float, { description: 'The likely case.' })
  @Min(0)
  @Max(1)
  mid: number;

  @Field(() => Float, { description: 'The most.' })
  @Min(0)
  @Max(1)
  high: number;
}
