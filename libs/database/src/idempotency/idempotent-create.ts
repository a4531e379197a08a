import { createHash } from 'node:crypto';
import { DomainError, newId } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Tx } from '../transaction/tx';
import type { IdempotencyKey } from './idempotency-key.entity';

/** One call of a create: whose, which operation, and the input that its key stands for. */
export interface CreateCall {
  readonly communityId: string;
  readonly memberId: string;
  readonly operation: string;
  readonly key: string;
  readonly input: object;
}

/**
 * Makes a thing once per key: the first call runs `make` with the id of the thing to be, each later one with the
 * same input gets that id back and changes nothing. Calls that arrive together wait for the first.
 * IDEMPOTENCY_MISMATCH where the key was used for something else.
 */
export async function createOnce(tx: Tx, call: CreateCall, make: (id: string) => Promise<void>): Promise<string> {
  const { communityId, memberId, key, operation } = call;
  const inputHash = createHash('sha256').update(JSON.stringify(call.input)).digest('base64url');
  const id = newId();
  const fresh = await tx.row(
    sql`INSERT INTO idempotency_keys (community_id, member_id, key, operation, input_hash, result_id)
        VALUES (${communityId}, ${memberId}, ${key}, ${operation}, ${inputHash}, ${id})
        ON CONFLICT DO NOTHING RETURNING key`,
  );
  if (fresh) {
    await make(id);
    return id;
  }
  const first = await tx.row<Pick<IdempotencyKey, 'operation' | 'inputHash' | 'resultId'>>(
    sql`SELECT operation, input_hash AS "inputHash", result_id AS "resultId" FROM idempotency_keys
        WHERE community_id = ${communityId} AND member_id = ${memberId} AND key = ${key}`,
  );
  if (first?.operation !== operation || first.inputHash !== inputHash) {
    throw new DomainError('IDEMPOTENCY_MISMATCH', 'This idempotency key was used for another input: take a new key.');
  }
  return first.resultId;
}
