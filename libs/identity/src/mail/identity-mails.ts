import { Injectable } from '@nestjs/common';
import { Transactor } from '@app/database';
import { Environment } from '@app/environment';
import type { Mail } from '@app/mail';
import { LINK_MINUTES, OneTimeLinks } from '../links/one-time-links';
import type { IdentityMail, IdentityMailKind } from './identity-mail';
import { asHtml, asText, type MailText } from './mail-text';
import { accountExistsText, resetPasswordText, verifyEmailText } from './mail-texts';

/** Minutes after the request from which on a mail is of no use any more: it could not be sent for as long. */
const STALE_MINUTES: Readonly<Record<IdentityMailKind, number>> = { ...LINK_MINUTES, ACCOUNT_EXISTS: 24 * 60 };

/** Writes the mails of identity, with their links, at the moment they are sent. */
@Injectable()
export class IdentityMails {
  constructor(
    private readonly transactor: Transactor,
    private readonly links: OneTimeLinks,
    private readonly environment: Environment,
  ) {}

  /** The mail; null where there is nothing to send: no such user, overtaken by a later request, or too late. */
  async compose(request: IdentityMail): Promise<Mail | null> {
    const { kind, id, email, requestedAt } = request;
    if (Date.now() - Date.parse(requestedAt) > STALE_MINUTES[kind] * 60_000) return null;
    const text = await this.text(request);
    return text && { id, to: email, subject: text.subject, text: asText(text), html: asHtml(text) };
  }

  private async text({ kind, id, email }: IdentityMail): Promise<MailText | null> {
    const { publicUrl } = this.environment;
    if (kind === 'ACCOUNT_EXISTS') return accountExistsText(`${publicUrl}/log-in`);
    const token = await this.transactor.runGlobal((tx) => this.links.open(tx, kind, id, email));
    if (token === null) return null;
    return kind === 'VERIFY_EMAIL'
      ? verifyEmailText(`${publicUrl}/verify?token=${token}`)
      : resetPasswordText(resetPasswordUrl(publicUrl, token));
  }
}

/** Where a password is set by a link. */
export function resetPasswordUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/reset?token=${token}`;
}
