import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import { CredentialUse } from '../sessions/credential-use';
import { liveSession } from '../sessions/session-life';
import { hashToken, isToken } from '../tokens/token';
import type { Principal } from './principal';

type Row = Omit<Principal, 'kind'> & { readonly usedAt: Date | null };

/** Says who a token belongs to, in one statement. Tokens are looked up by their hash: no look-up tells of others. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly reader: Reader,
    private readonly use: CredentialUse,
  ) {}

  /** Null for a token that is unknown, over or revoked. */
  async find(token: string): Promise<Principal | null> {
    const kind = isToken('session', token) ? 'session' : isToken('key', token) ? 'key' : null;
    if (!kind) return null;
    const [row] = await this.reader.globalRows<Row>(kind === 'session' ? bySession(token) : byKey(token));
    if (!row) return null;
    const { usedAt, ...principal } = row;
    this.use.note(kind, principal.sessionId ?? principal.keyId ?? '', usedAt);
    return { kind, ...principal };
  }
}

function bySession(token: string): Sql {
  return sql`
    SELECT u.id AS "userId", u.email, u.email_verified_at IS NOT NULL AS "emailVerified", s.id AS "sessionId", s.staff,
      NULL AS "keyId", '{read,write,admin}'::text[] AS scopes, NULL AS "actsInCommunityId", s.last_seen_at AS "usedAt"
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token_hash = ${hashToken(token)} AND ${liveSession}`;
}

function byKey(token: string): Sql {
  return sql`
    SELECT u.id AS "userId", u.email, u.email_verified_at IS NOT NULL AS "emailVerified", NULL AS "sessionId",
      false AS staff, k.id AS "keyId", k.scopes, k.acts_in_community_id AS "actsInCommunityId", k.last_used_at AS "usedAt"
    FROM api_keys k JOIN users u ON u.id = k.user_id
    WHERE k.token_hash = ${hashToken(token)} AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())`;
}
