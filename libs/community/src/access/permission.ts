import type { Role } from '@app/kernel';
import type { Scope } from '../viewer/viewer';

interface Rule {
  /** Completes the sentence "You may not …". */
  readonly action: string;
  readonly roles: readonly Role[];
  /** Whether a moderation seat grants it, whatever the role. */
  readonly seat: boolean;
  readonly scope: Scope;
}

const EVERYONE: readonly Role[] = ['CUSTOMER', 'CHAMPION', 'EMPLOYEE', 'REPRESENTATIVE', 'LEAD', 'ADMIN'];
const SPEAKERS: readonly Role[] = ['REPRESENTATIVE', 'LEAD', 'ADMIN'];

/**
 * Who may do what in a community: the table of the product in code, and the only place where a role is granted
 * anything. What is not listed is refused. `read` is not here: it follows from the community's visibility.
 */
export const PERMISSIONS = {
  participate: { action: 'take part', roles: EVERYONE, seat: false, scope: 'write' },
  setStatus: { action: 'set a status', roles: SPEAKERS, seat: true, scope: 'write' },
  speakForCompany: { action: 'speak for the company', roles: SPEAKERS, seat: false, scope: 'write' },
  curate: { action: 'change the topics of others', roles: SPEAKERS, seat: true, scope: 'write' },
  workTrays: { action: 'work the in-trays', roles: ['EMPLOYEE', ...SPEAKERS], seat: true, scope: 'write' },
  vouch: { action: 'vouch for members', roles: SPEAKERS, seat: false, scope: 'write' },
  lead: { action: 'see what leads see', roles: ['LEAD', 'ADMIN'], seat: false, scope: 'read' },
  leadPeople: { action: 'decide what leads decide', roles: ['LEAD', 'ADMIN'], seat: false, scope: 'write' },
  administer: { action: 'administer', roles: ['ADMIN'], seat: false, scope: 'admin' },
} as const satisfies Record<string, Rule>;

/** A thing that roles may or may not do. */
export type Permission = keyof typeof PERMISSIONS;
