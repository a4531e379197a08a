import { DomainEvent } from './events/domain-event.entity';
import { IdempotencyKey } from './idempotency/idempotency-key.entity';

/** The tables that every context writes to. */
export const databaseEntities = [DomainEvent, IdempotencyKey];
