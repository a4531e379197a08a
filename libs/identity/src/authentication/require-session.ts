import { DomainError } from '@app/kernel';
import type { Principal } from './principal';

/** Somebody who has logged in with a password. */
export type SessionPrincipal = Principal & {
  readonly kind: 'session';
  readonly userId: string;
  readonly email: string;
  readonly sessionId: string;
};

/** Refuses whoever has not logged in: a key, once leaked, must not make further keys or look at sessions. */
export function requireSession(principal: Principal): asserts principal is SessionPrincipal {
  if (principal.kind === 'session') return;
  if (principal.kind === 'key') {
    throw new DomainError('FORBIDDEN', 'A key does not give access to credentials: log in for this.');
  }
  throw new DomainError('UNAUTHENTICATED', 'Log in first.');
}
