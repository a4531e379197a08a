import { Injectable } from '@nestjs/common';
import { Reader, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { KeyedHash } from '../secrets/keyed-hash';
import { hashToken, isToken, tokenFrom } from '../tokens/token';
import type { LinkPurpose } from './one-time-link.entity';

/** Minutes that a link works, from its mailing on. */
export const LINK_MINUTES: Readonly<Record<LinkPurpose, number>> = { VERIFY_EMAIL: 24 * 60, RESET_PASSWORD: 30 };

/** A link that was used just now. */
export interface UsedLink {
  readonly userId: string;
  readonly email: string;
}

/** Makes the secrets in mails, and takes them back once each. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly hash: KeyedHash,
    private readonly reader: Reader,
  ) {}

  /**
   * The secret of a new link for the user with this address; the one before of its purpose is worth nothing from now
   * on. The same id gives the same secret. Null where there is no such user, or the link is used, or a newer is open.
   * @param id a UUIDv7
   */
  async open(tx: Tx, purpose: LinkPurpose, id: string, email: string): Promise<string | null> {
    const token = tokenFrom('link', this.hash.of('one-time link', id));
    const row = await tx.row<{ id: string }>(sql`
      INSERT INTO one_time_links AS l (id, user_id, purpose, email, token_hash, expires_at)
      SELECT ${id}, u.id, ${purpose}, u.email, ${hashToken(token)}, now() + make_interval(mins => ${LINK_MINUTES[purpose]})
      FROM users u WHERE u.email = ${email}
        AND NOT EXISTS (SELECT FROM one_time_links used WHERE used.id = ${id} AND used.used_at IS NOT NULL)
      ON CONFLICT (user_id, purpose) WHERE used_at IS NULL DO UPDATE SET id = excluded.id, email = excluded.email,
        token_hash = excluded.token_hash, created_at = now(), expires_at = excluded.expires_at
      WHERE l.id <= excluded.id
      RETURNING l.id`);
    return row && token;
  }

  /** Whether a secret would be taken; for what must be done before it is. */
  async isOpen(purpose: LinkPurpose, token: string): Promise<boolean> {
    const rows = await this.reader.globalRows(sql`
      SELECT l.id FROM one_time_links l JOIN users u ON u.id = l.user_id AND u.email = l.email
      WHERE l.token_hash = ${hashToken(token)} AND l.purpose = ${purpose} AND l.used_at IS NULL AND l.expires_at > now()`);
    return rows.length > 0;
  }

  /** Takes a secret: of calls that come together one gets through. LINK_INVALID for all others, whatever the reason. */
  async use(tx: Tx, purpose: LinkPurpose, token: string): Promise<UsedLink> {
    if (!isToken('link', token)) throw OneTimeLinks.invalid();
    const link = await tx.row<UsedLink>(sql`
      UPDATE one_time_links l SET used_at = now() FROM users u
      WHERE l.token_hash = ${hashToken(token)} AND l.purpose = ${purpose} AND l.used_at IS NULL AND l.expires_at > now()
        AND u.id = l.user_id AND u.email = l.email
      RETURNING l.user_id AS "userId", l.email`);
    if (!link) throw OneTimeLinks.invalid();
    return link;
  }

  /** Makes the open links of one purpose worth nothing. */
  async drop(tx: Tx, purpose: LinkPurpose, userId: string): Promise<void> {
    await tx.rows(
      sql`DELETE FROM one_time_links WHERE user_id = ${userId} AND purpose = ${purpose} AND used_at IS NULL`,
    );
  }

  /** What is said of every secret that is not taken. */
  static invalid(): DomainError {
    return new DomainError('LINK_INVALID', 'This link works once and only for a while: ask for a new one.');
  }
}
