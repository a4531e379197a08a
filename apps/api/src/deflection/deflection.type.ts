import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  FIGURE_UNITS,
  type AskRate,
  type Assumption,
  type Figure,
  type FigureUnit,
  type HoldOut,
  type HoldOutMeasure,
  type Measure,
  type ShareEstimate,
} from '@app/deflection';
import { asEnum } from '../common/as-enum';
import { DateTime } from '../common/date-time.scalar';

const FigureUnitEnum = asEnum(FIGURE_UNITS);
registerEnumType(FigureUnitEnum, {
  name: 'DeflectionUnit',
  description: 'What a figure is counted in.',
  valuesMap: {
    QUESTIONS: { description: 'Questions that were not asked.' },
    SHARE: { description: 'A share of those who answered, 0 to 1.' },
  },
});

@ObjectType('DeflectionAssumption', { description: 'Something that a figure takes for granted.' })
export class AssumptionType implements Assumption {
  @Field(() => String, { description: 'By what name: arguments and settings have the same.' })
  name: string;

  @Field(() => Float, { description: 'The value.' })
  value: number;
}

@ObjectType('DeflectionMeasure', { description: 'A figure of one window.' })
export class MeasureType implements Measure {
  @Field(() => Float, { nullable: true, description: 'The figure; null where nothing was counted.' })
  value: number | null;

  @Field(() => Float, { nullable: true, description: 'The low end of its range.' })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'The high end of its range.' })
  high: number | null;

  @Field(() => Int, { description: 'How many it was made of.' })
  n: number;
}

@ObjectType('DeflectionFigure', { description: 'One figure of deflection. It is not to be added to another one.' })
export class FigureType extends MeasureType implements Figure {
  @Field(() => FigureUnitEnum, { description: 'What it is counted in.' })
  unit: FigureUnit;

  @Field(() => String, { description: 'How it is made, in words.' })
  formula: string;

  @Field(() => [AssumptionType], { description: 'What it takes for granted.' })
  assumptions: Assumption[];

  @Field(() => MeasureType, { description: 'The same of the window of equal length before.' })
  before: Measure;
}

@ObjectType('ShareEstimate', { description: 'A share, or the difference of two, with its 95 % interval.' })
export class ShareEstimateType implements ShareEstimate {
  @Field(() => Float, { description: 'The share.' })
  share: number;

  @Field(() => Float, { description: 'The low end of the interval.' })
  low: number;

  @Field(() => Float, { description: 'The high end of the interval.' })
  high: number;
}

@ObjectType('AskRate', { description: 'How many of a group of attempts asked.' })
export class AskRateType implements AskRate {
  @Field(() => Int, { description: 'Attempts.' })
  n: number;

  @Field(() => Int, { description: 'Those that asked.' })
  asked: number;

  @Field(() => ShareEstimateType, { nullable: true, description: 'Their share; null where there are none.' })
  rate: ShareEstimate | null;
}

@ObjectType('HoldOutMeasure', { description: 'Attempts without suggestions beside those with them, in one window.' })
export class HoldOutMeasureType implements HoldOutMeasure {
  @Field(() => AskRateType, { description: 'Attempts that were drawn to see no suggestions.' })
  heldOut: AskRate;

  @Field(() => AskRateType, { description: 'All others.' })
  treated: AskRate;

  @Field(() => ShareEstimateType, {
    nullable: true,
    description: 'By how much more often those without suggestions asked; null while either group is empty.',
  })
  difference: ShareEstimate | null;
}

@ObjectType('HoldOut', { description: 'What suggestions do: attempts that are drawn to see none, beside the others.' })
export class HoldOutType extends HoldOutMeasureType implements HoldOut {
  @Field(() => String, { description: 'How it is made, in words.' })
  formula: string;

  @Field(() => HoldOutMeasureType, { description: 'The same of the window of equal length before.' })
  before: HoldOutMeasure;
}

/** How often people found their answer before asking, for leads. */
@ObjectType('Deflection', {
  description:
    'How often people found their answer before asking: three figures that say different things and are never added up.',
})
export class DeflectionType {
  @Field(() => DateTime, { description: 'Where the window begins.' })
  from: Date;

  @Field(() => DateTime, { description: 'Where it ends.' })
  to: Date;

  @Field(() => FigureType, { description: 'Said "this answered me", and did not ask.' })
  explicit: Figure;

  @Field(() => FigureType, { description: 'Answered the survey with yes.' })
  surveyed: Figure;

  @Field(() => FigureType, { description: 'Assumed by views.' })
  modelled: Figure;

  @Field(() => HoldOutType, { description: 'Compared with attempts that saw no suggestions.' })
  holdOut: HoldOut;
}
