import { Field, InputType } from '@nestjs/graphql';
import type { MarkOfficial } from '@app/community';
import { UpdateOfficialMarkInput } from './update-official-mark.input';

/** An answer to be marked as official. */
@InputType({ description: 'An answer to be marked as official.' })
export class MarkOfficialInput extends UpdateOfficialMarkInput implements MarkOfficial {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Put it in the place of the answer that is official now; without it, that is an error.',
  })
  replace: boolean;
}
