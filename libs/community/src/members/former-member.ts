import { randomBytes } from 'node:crypto';
import { STAFF_ROLES, type Role } from '@app/kernel';

/** The name that is left of whoever is erased. Clients that speak other languages know them by `isFormer`. */
export const FORMER_MEMBER = 'Former member';

/** A handle that says nothing of whose it was. */
export function formerHandle(): string {
  return `former-${randomBytes(8).toString('hex')}`;
}

/** The role of a member who is erased: none that may do anything, but it still tells the company from its customers. */
export function formerRole(role: Role): Role {
  return role === 'ALUM' || STAFF_ROLES.includes(role) ? 'ALUM' : 'CUSTOMER';
}
