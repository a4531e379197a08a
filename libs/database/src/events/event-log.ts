import { newId, type Role } from '@app/kernel';
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../transaction/tx';
import { DomainEvent } from './domain-event.entity';

/** What is told of one change; the writer adds who and when. */
export interface EventSpec {
  readonly type: `${string}.${string}`;
  readonly subjectId: string;
  readonly data?: object;
}

/** Who does something: a member in a role, or the system where there is no member. */
export interface Actor {
  readonly communityId: string;
  readonly memberId: string | null;
  readonly role: Role | null;
  /** The user whose key acts for the member; null where members act for themselves. */
  readonly actingUserId: string | null;
}

/** Writes the events of a change in its own transaction. */
export class EventLog {
  async append(tx: Tx, actor: Actor, ...events: EventSpec[]): Promise<void> {
    await tx.insert(
      DomainEvent,
      events.map(({ type, subjectId, data }) => ({
        communityId: actor.communityId,
        id: newId(),
        type,
        subjectId,
        actorId: actor.memberId,
        actorRole: actor.role,
        actingUserId: actor.actingUserId,
        data: data ?? {},
      })),
    );
  }

  /** The same as part of a larger statement: an INSERT that tells the event if `from`, of one row at most, has one. */
  insertion(actor: Actor, { type, subjectId, data }: EventSpec, from: Sql): Sql {
    return sql`INSERT INTO domain_events
      (community_id, id, type, subject_id, actor_id, actor_role, acting_user_id, data)
      SELECT ${actor.communityId}, ${newId()}, ${type}, ${subjectId}, ${actor.memberId}, ${actor.role},
        ${actor.actingUserId}, ${JSON.stringify(data ?? {})} FROM ${from}`;
  }
}
