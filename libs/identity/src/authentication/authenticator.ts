import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { hashToken, isToken } from '../tokens/token';
import { ANONYMOUS, type Principal } from './principal';

/** Days after which a session that nobody used ends. */
export const SESSION_IDLE_DAYS = 14;

type Row = Omit<Principal, 'kind'>;

/** Says who a token belongs to, in one statement. */
@Injectable()
export class Authenticator {
  constructor(private readonly reader: Reader) {}

  /** ANONYMOUS without a token; UNAUTHENTICATED for one that is unknown, ended or revoked. */
  async authenticate(token: string | null): Promise<Principal> {
    if (token === null) return ANONYMOUS;
    const kind = isToken('session', token) ? 'session' : isToken('key', token) ? 'key' : null;
    const row = kind && (await this.find(kind, hashToken(token)));
    if (!row) throw new DomainError('UNAUTHENTICATED', 'This session or key is no longer valid: log in again.');
    return { kind, ...row };
  }

  private async find(kind: 'session' | 'key', hash: string): Promise<Row | undefined> {
    const statement =
      kind === 'session'
        ? sql`SELECT u.id AS "userId", u.email, u.email_verified_at IS NOT NULL AS "emailVerified", s.id AS "sessionId",
              NULL AS "keyId", '{read,write,admin}'::text[] AS scopes, NULL AS "actsInCommunityId"
            FROM sessions s JOIN users u ON u.id = s.user_id
            WHERE s.token_hash = ${hash} AND s.revoked_at IS NULL AND s.expires_at > now()
              AND s.last_seen_at > now() - make_interval(days => ${SESSION_IDLE_DAYS})`
        : sql`SELECT u.id AS "userId", u.email, u.email_verified_at IS NOT NULL AS "emailVerified", NULL AS "sessionId",
              k.id AS "keyId", k.scopes, k.acts_in_community_id AS "actsInCommunityId"
            FROM api_keys k JOIN users u ON u.id = k.user_id
            WHERE k.token_hash = ${hash} AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())`;
    return (await this.reader.globalRows<Row>(statement))[0];
  }
}
