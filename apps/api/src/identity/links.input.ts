import { Field, InputType } from '@nestjs/graphql';
import { NewPassword } from '@app/identity';
import { EmailAddress } from '@app/kernel';
import { Length } from 'class-validator';

const TOKEN = 'The token of the link in the mail.';
const LIMITS = { message: 'token must be the token of a link' };

/** Whose password is to be set anew. */
@InputType({ description: 'Whose password is to be set anew.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'The address of the account.' })
  @EmailAddress()
  email: string;
}

/** A new password, by a link. */
@InputType({ description: 'A new password, by a link.' })
export class ResetPasswordInput {
  @Field(() => String, { description: TOKEN })
  @Length(1, 100, LIMITS)
  token: string;

  @Field(() => String, { description: '8 to 128 characters, none of the most common passwords.' })
  @NewPassword()
  newPassword: string;
}

/** An address that its user reads. */
@InputType({ description: 'An address that its user reads.' })
export class VerifyEmailInput {
  @Field(() => String, { description: TOKEN })
  @Length(1, 100, LIMITS)
  token: string;
}
