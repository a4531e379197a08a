import { Injectable } from '@nestjs/common';
import { Reader, selectList, Transactor, type Tx } from '@app/database';
import { DomainError, newId } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Principal } from '../authentication/principal';
import { requireSession, type SessionPrincipal } from '../authentication/require-session';
import { IdentityEvents } from '../events/identity-events';
import { hashToken, newToken } from '../tokens/token';
import { ApiKey } from './api-key.entity';
import type { KeyScope } from './key-scope';

/** Keys that work at the same time, of one user. */
const MOST_KEYS = 50;

/** What a new key is to be. */
export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly expiresAt?: Date | null;
  /** The community in whose members' names it may act; that the user may give such keys is judged there. */
  readonly actsInCommunityId?: string | null;
  readonly idempotencyKey: string;
}

/** A key just made. */
export interface CreatedApiKey {
  readonly apiKey: ApiKey;
  /** The key itself, in the answer to the call that made it and nowhere else. */
  readonly token: string | null;
}

/** Makes, lists and revokes the keys of users for their programs. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly events: IdentityEvents,
  ) {}

  /** The key that this call has made, or, without its text, the one that the first call with its key has made. */
  async create(principal: Principal, input: NewApiKey): Promise<CreatedApiKey> {
    requireSession(principal);
    if (!principal.emailVerified) {
      throw new DomainError(
        'FORBIDDEN',
        'Verify your address first: keys are for addresses that are known to be yours.',
      );
    }
    if (!input.scopes.includes('read')) {
      throw DomainError.invalid('scopes must name READ: what a key changes it also reads.');
    }
    if (input.expiresAt && input.expiresAt <= new Date()) throw DomainError.invalid('expiresAt must be in the future.');
    const token = newToken('key');
    return this.transactor.runGlobal(async (tx) => {
      const apiKey = await this.insert(tx, principal, input, token);
      if (!apiKey) return { apiKey: await this.repeated(tx, principal, input), token: null };
      await this.requireRoom(tx, principal.userId);
      const { id, scopes, actsInCommunityId } = apiKey;
      await this.events.append(tx, {
        type: 'api_key.created',
        userId: principal.userId,
        data: { keyId: id, scopes, actsInCommunityId },
      });
      return { apiKey, token };
    });
  }

  /** The keys of who is logged in that are not revoked, the newest first. */
  async list(principal: Principal): Promise<ApiKey[]> {
    requireSession(principal);
    return this.reader.globalRows<ApiKey>(sql`
      SELECT ${selectList(ApiKey, 'k')} FROM api_keys k
      WHERE k.user_id = ${principal.userId} AND k.revoked_at IS NULL ORDER BY k.id DESC`);
  }

  /** Revokes one of one's own keys; one that is revoked stays so. NOT_FOUND for any other. */
  async revoke(principal: Principal, keyId: string): Promise<ApiKey> {
    requireSession(principal);
    const { userId } = principal;
    return this.transactor.runGlobal(async (tx) => {
      const apiKey = await tx.row<ApiKey>(sql`
        UPDATE api_keys k SET revoked_at = coalesce(k.revoked_at, now()) WHERE k.id = ${keyId} AND k.user_id = ${userId}
        RETURNING ${selectList(ApiKey, 'k')}`);
      if (!apiKey) throw DomainError.notFound('key');
      await this.events.append(tx, { type: 'api_key.revoked', userId, data: { keyId } });
      return apiKey;
    });
  }

  private async insert(tx: Tx, { userId }: SessionPrincipal, input: NewApiKey, token: string): Promise<ApiKey | null> {
    const { name, scopes, expiresAt = null, actsInCommunityId = null, idempotencyKey } = input;
    return tx.row<ApiKey>(sql`
      INSERT INTO api_keys AS k (id, user_id, name, token_hash, scopes, expires_at, acts_in_community_id, idempotency_key)
      VALUES (${newId()}, ${userId}, ${name}, ${hashToken(token)}, ${scopes}, ${expiresAt}, ${actsInCommunityId},
        ${idempotencyKey})
      ON CONFLICT (user_id, idempotency_key) DO NOTHING RETURNING ${selectList(ApiKey, 'k')}`);
  }

  private async repeated(tx: Tx, { userId }: SessionPrincipal, input: NewApiKey): Promise<ApiKey> {
    const first = await tx.row<ApiKey>(sql`
      SELECT ${selectList(ApiKey, 'k')} FROM api_keys k
      WHERE k.user_id = ${userId} AND k.idempotency_key = ${input.idempotencyKey}`);
    if (!first || !sameInput(first, input)) {
      throw new DomainError('IDEMPOTENCY_MISMATCH', 'This idempotency key was used for another input: take a new key.');
    }
    return first;
  }

  private async requireRoom(tx: Tx, userId: string): Promise<void> {
    const row = await tx.row<{ many: boolean }>(sql`
      SELECT count(*) > ${MOST_KEYS} AS many FROM api_keys
      WHERE user_id = ${userId} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`);
    if (row?.many) throw DomainError.invalid(`You have ${MOST_KEYS} keys: revoke those that nobody uses.`);
  }
}

function sameInput(made: ApiKey, asked: NewApiKey): boolean {
  const parts = ({ name, scopes, expiresAt, actsInCommunityId }: NewApiKey | ApiKey): string =>
    JSON.stringify([name, [...scopes].toSorted(), expiresAt ?? null, actsInCommunityId ?? null]);
  return parts(made) === parts(asked);
}
