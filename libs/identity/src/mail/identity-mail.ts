/** The task that sends one mail of identity. */
export const SEND_MAIL_TASK = 'send_mail';

/** The mails there are. */
export type IdentityMailKind = 'VERIFY_EMAIL' | 'RESET_PASSWORD' | 'ACCOUNT_EXISTS';

/**
 * What a mail job is told. The secret of a link is not among it: it is derived from `id` when the mail is made, so
 * that it never lies in the job queue, and a mail that is sent twice carries the same link.
 */
export interface IdentityMail {
  readonly kind: IdentityMailKind;
  /** A UUID: of the mail, and of the link in it. */
  readonly id: string;
  /** The receiver. Whether there is such a user is looked up when the mail is made, away from the request. */
  readonly email: string;
  /** ISO 8601. */
  readonly requestedAt: string;
}
