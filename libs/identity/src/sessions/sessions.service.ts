import { Injectable } from '@nestjs/common';
import { Transactor } from '@app/database';
import { DomainError } from '@app/kernel';
import type { Principal } from '../authentication/principal';
import { requireSession } from '../authentication/require-session';
import { IdentityEvents } from '../events/identity-events';
import type { Session } from './session.entity';
import { Sessions } from './sessions';

/** Lets people see where they are logged in, and end what they do not know. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: Sessions,
    private readonly transactor: Transactor,
    private readonly events: IdentityEvents,
  ) {}

  /** The sessions of who is logged in, the last used first. */
  async list(principal: Principal): Promise<Session[]> {
    requireSession(principal);
    return this.sessions.list(principal.userId);
  }

  /** Ends one of one's own sessions; NOT_FOUND for any other. */
  async revoke(principal: Principal, sessionId: string): Promise<Session> {
    requireSession(principal);
    const { userId } = principal;
    return this.transactor.runGlobal(async (tx) => {
      const session = await this.sessions.endOwn(tx, userId, sessionId);
      if (!session) throw DomainError.notFound('session');
      await this.events.append(tx, { type: 'session.ended', userId, data: { sessionId } });
      return session;
    });
  }
}
