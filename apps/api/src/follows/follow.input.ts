import { Field, ID, InputType } from '@nestjs/graphql';
import { FOLLOWABLES, type FollowableRef } from '@app/community';
import { GlobalId } from '@app/kernel';
import { Transform } from 'class-transformer';

/** Something to follow. */
@InputType({ description: 'Something to follow, or to follow no longer.' })
export class FollowInput {
  @Field(() => ID, { description: 'The id of a Topic, Tag, Product or Member.' })
  @Transform(({ value }: { value: unknown }) => GlobalId.of(value, ...FOLLOWABLES))
  id: FollowableRef;
}
