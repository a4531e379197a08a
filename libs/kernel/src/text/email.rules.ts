import { isEmail } from 'class-validator';
import { textRule } from './text.decorator';

/**
 * An e-mail address as it is stored and compared: trimmed and lower-case. Nothing is guessed about the provider:
 * dots and +tags stay.
 */
export function normaliseEmail(text: string): string {
  return text.trim().toLowerCase();
}

/** Why a normalised value is no e-mail address that mail can be sent to; null where it is one. */
export function emailFault(value: unknown): string | null {
  const strict = { allow_utf8_local_part: false, allow_ip_domain: false, allow_display_name: false };
  // What measures an address in bytes throws at half a character.
  if (typeof value === 'string' && value.length <= 254 && value.isWellFormed() && isEmail(value, strict)) return null;
  return 'must be an e-mail address such as ann@example.com';
}

/** An e-mail address, lower-cased before it is checked. */
export function EmailAddress(): PropertyDecorator {
  return textRule({ name: 'emailAddress', normalise: normaliseEmail, fault: emailFault });
}
