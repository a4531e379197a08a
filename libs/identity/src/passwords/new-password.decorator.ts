import { isWellFormed } from '@app/kernel';
import { ValidateBy } from 'class-validator';
import { isCommonPassword } from './common-passwords';

/** Characters (code points) of a password. No other rule on what it is made of: long ones need none. */
export const PASSWORD_LENGTH = { min: 8, max: 128 } as const;

/** Why a text is no password that can be set, as the end of a sentence; null where it is one. */
export function newPasswordFault(value: unknown): string | null {
  if (typeof value !== 'string' || !isWellFormed(value) || value.includes('\0')) return 'must be text without NUL';
  const characters = [...value.slice(0, 2 * PASSWORD_LENGTH.max + 1)];
  if (characters.length < PASSWORD_LENGTH.min) return `must be at least ${PASSWORD_LENGTH.min} characters long`;
  if (characters.length > PASSWORD_LENGTH.max) return `must be at most ${PASSWORD_LENGTH.max} characters long`;
  if (new Set(characters).size === 1) return 'must not be one character over and over';
  if (isCommonPassword(value)) return 'is one of the most common ones, which are tried first: take another';
  return null;
}

/** A password that is to be set: 8 to 128 characters, none of the common ones. It is never changed or trimmed. */
export function NewPassword(): PropertyDecorator {
  return ValidateBy({
    name: 'newPassword',
    validator: {
      validate: (value: unknown) => newPasswordFault(value) === null,
      defaultMessage: (args) => `${args?.property ?? 'password'} ${newPasswordFault(args?.value) ?? ''}`,
    },
  });
}
