import { Field, InputType } from '@nestjs/graphql';
import type { EraseMember } from '@app/interchange';
import { PlainText } from '@app/kernel';
import { IsOptional, Length } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';

/** Whom to erase, and why. */
@InputType({ description: 'Whom to erase, and why.' })
export class EraseMemberInput implements EraseMember {
  @NodeId('Member')
  memberId: string;

  @Field(() => String, {
    description: 'Why, 1 to 300 characters. It is kept in the event log, so it should not name the member.',
  })
  @PlainText({ min: 1, max: 300 })
  reason: string;
}

/** Proof that it is the user who asks. */
@InputType({ description: 'Proof that it is the user who asks.' })
export class EraseMeInput {
  @Field(() => String, {
    nullable: true,
    description: 'The password; may be left out by a user who has none and has logged in within the last 15 minutes.',
  })
  @IsOptional()
  @Length(1, 512, { message: 'the password must be 1 to 512 characters long' })
  password?: string | null;
}
