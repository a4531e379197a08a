/** The roles of a member, from least to most. ALUM has left the company: no rights, old posts keep the label. */
export const ROLES = ['ALUM', 'CUSTOMER', 'CHAMPION', 'EMPLOYEE', 'REPRESENTATIVE', 'LEAD', 'ADMIN'] as const;

/** A member's role in one community. */
export type Role = (typeof ROLES)[number];

/** The roles of people who work for the company. */
export const STAFF_ROLES: readonly Role[] = ['EMPLOYEE', 'REPRESENTATIVE', 'LEAD', 'ADMIN'];
