import type { Environment } from '@app/environment';
import type { Mail } from './mail';

/** A mail in the form that nodemailer takes, with its sender and the headers of a mail that no person wrote. */
export function messageOf({ id, to, subject, text, html }: Mail, { mailFrom, publicUrl }: Environment) {
  return {
    from: mailFrom,
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${id}@${new URL(publicUrl).hostname}>`,
    // Keeps holiday replies away.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
