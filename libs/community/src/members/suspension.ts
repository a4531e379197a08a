import type { Member } from './member.entity';

/** The end of a suspension that only staff end. */
export const NO_END = new Date('9999-12-31T23:59:59.999Z');

/** Why and until when a member can only read. */
export interface Suspension {
  /** Null: until somebody lifts it. */
  readonly until: Date | null;
  readonly reason: string;
}

/** The suspension of a member that holds at this moment; null where there is none. */
export function suspensionOf(
  { suspendedUntil, suspendedReason }: Pick<Member, 'suspendedUntil' | 'suspendedReason'>,
  now = new Date(),
): Suspension | null {
  if (!suspendedUntil || suspendedUntil <= now) return null;
  return {
    until: suspendedUntil.getTime() === NO_END.getTime() ? null : suspendedUntil,
    reason: suspendedReason ?? '',
  };
}
