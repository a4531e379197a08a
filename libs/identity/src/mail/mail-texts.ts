import type { MailText } from './mail-text';

const SIGNATURE = 'This mail was written by a program: an answer to it reaches nobody.';

/** For somebody who has registered. */
export function verifyEmailText(url: string): MailText {
  return {
    subject: 'Confirm your address',
    before: ['Somebody, most likely you, has registered with this address. Confirm that it is yours.'],
    link: { label: 'Confirm this address', url },
    after: [
      'The link works once, for 24 hours.',
      'If it was not you, leave the link alone: the address then stays unconfirmed.',
      SIGNATURE,
    ],
  };
}

/** For somebody who cannot log in any more, or has never had a password. */
export function resetPasswordText(url: string): MailText {
  return {
    subject: 'Set a new password',
    before: ['Somebody, most likely you, wants to set a new password for the account with this address.'],
    link: { label: 'Set a new password', url },
    after: [
      'The link works once, for 30 minutes. With the new password everybody who is logged in is logged out.',
      'If it was not you, do nothing: your password stays as it is.',
      SIGNATURE,
    ],
  };
}

/** For somebody who registers a second time: they are told here, since nobody else may know. */
export function accountExistsText(url: string): MailText {
  return {
    subject: 'You already have an account',
    before: [
      'Somebody, most likely you, has tried to register with this address. There is an account with it already.',
    ],
    link: { label: 'Log in, or ask for a link to set a new password', url },
    after: ['If it was not you, do nothing: nothing has changed.', SIGNATURE],
  };
}
