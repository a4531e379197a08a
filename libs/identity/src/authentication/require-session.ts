import { DomainError } from '@app/kernel';
import type { Principal } from './principal';
import { requireUser, type UserPrincipal } from './require-user';

/** Somebody who has logged in with a password. */
export type SessionPrincipal = UserPrincipal & { readonly kind: 'session'; readonly sessionId: string };

/** Refuses whoever has not logged in: a key, once leaked, must not make further keys or look at sessions. */
export function requireSession(principal: Principal): asserts principal is SessionPrincipal {
  requireUser(principal);
  if (principal.kind === 'session') return;
  throw new DomainError('FORBIDDEN', 'A key does not give access to credentials: log in for this.');
}
