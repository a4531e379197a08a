import { resetPasswordUrl } from '@app/identity';

/** How somebody who has just got an account comes to a password; nobody is mailed. */
export function passwordHint(publicUrl: string, token: string | null): string {
  if (token === null) return 'They log in with the password they have.';
  return `Set the password within 30 minutes:\n  ${resetPasswordUrl(publicUrl, token)}`;
}
