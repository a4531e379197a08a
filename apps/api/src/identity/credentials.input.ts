import { Field, InputType } from '@nestjs/graphql';
import { NewPassword, type Credentials, type PasswordChange } from '@app/identity';
import { EmailAddress } from '@app/kernel';
import { Length } from 'class-validator';

/** No stored password is longer, so none that is typed need be looked at. */
const TYPED = { message: 'the password must be 1 to 512 characters long' };

/** A new user. */
@InputType({ description: 'A new user.' })
export class RegisterInput implements Credentials {
  @Field(() => String, { description: 'An address that mail reaches.' })
  @EmailAddress()
  email: string;

  @Field(() => String, { description: '8 to 128 characters, none of the most common passwords.' })
  @NewPassword()
  password: string;
}

/** Who logs in. */
@InputType({ description: 'Who logs in.' })
export class LogInInput implements Credentials {
  @Field(() => String, { description: 'The address.' })
  @EmailAddress()
  email: string;

  @Field(() => String, { description: 'The password.' })
  @Length(1, 512, TYPED)
  password: string;
}

/** The password that is, and the one that shall be. */
@InputType({ description: 'The password that is, and the one that shall be.' })
export class ChangePasswordInput implements PasswordChange {
  @Field(() => String, { description: 'The password until now.' })
  @Length(1, 512, TYPED)
  currentPassword: string;

  @Field(() => String, { description: '8 to 128 characters, none of the most common passwords.' })
  @NewPassword()
  newPassword: string;
}
