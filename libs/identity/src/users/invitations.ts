import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { newId } from '@app/kernel';
import sql from 'sql-template-tag';
import { OneTimeLinks } from '../links/one-time-links';

/** Somebody who is to have an account. */
export interface InvitedUser {
  readonly userId: string;
  /** The secret of a link to set a password; null for who has one. */
  readonly token: string | null;
}

/** Makes users of people who have not registered themselves. */
@Injectable()
export class Invitations {
  constructor(private readonly links: OneTimeLinks) {}

  /** The user with this address, made where there is none. */
  async invite(tx: Tx, email: string): Promise<InvitedUser> {
    await tx.rows(sql`INSERT INTO users (id, email) VALUES (${newId()}, ${email}) ON CONFLICT (email) DO NOTHING`);
    const user = await tx.row<{ id: string; known: boolean }>(
      sql`SELECT id, password_hash IS NOT NULL AS known FROM users WHERE email = ${email}`,
    );
    if (!user) throw new TypeError('A user was neither there nor made.');
    return { userId: user.id, token: user.known ? null : await this.links.open(tx, 'RESET_PASSWORD', newId(), email) };
  }
}
