import { DomainError } from '@app/kernel';
import type { Principal } from './principal';

/** Somebody who is known. */
export type UserPrincipal = Principal & { readonly userId: string; readonly email: string };

/** Refuses strangers. */
export function requireUser(principal: Principal): asserts principal is UserPrincipal {
  if (principal.userId === null || principal.email === null) throw new DomainError('UNAUTHENTICATED', 'Log in first.');
}
