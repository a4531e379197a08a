import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { newId } from '@app/kernel';
import { KeyedHash } from '../secrets/keyed-hash';
import { IdentityEvent } from './identity-event.entity';

/** What can happen to an identity. */
export type IdentityEventType =
  | 'user.registered'
  | 'registration.repeated'
  | 'login.succeeded'
  | 'login.failed'
  | 'login.locked'
  | 'session.ended'
  | 'password.changed'
  | 'password.reset'
  | 'mail.requested'
  | 'email.verified'
  | 'api_key.created'
  | 'api_key.revoked';

/** One thing that happened. */
export interface IdentityEventSpec {
  readonly type: IdentityEventType;
  /** null where there is no such user. */
  readonly userId: string | null;
  /** From where, if a request did it: only a keyed hash is kept. */
  readonly ip?: string;
  readonly data?: object;
}

/** Writes what happens to identities, in the transaction in which it happens. */
@Injectable()
export class IdentityEvents {
  constructor(private readonly hash: KeyedHash) {}

  async append(tx: Tx, { type, userId, ip, data }: IdentityEventSpec): Promise<void> {
    const place = ip === undefined ? {} : { place: this.hash.of('audit', ip) };
    await tx.insert(IdentityEvent, { id: newId(), userId, type, data: { ...place, ...data } });
  }
}
