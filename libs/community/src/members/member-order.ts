import { Keyset, type OrderKey } from '@app/database';
import { listKey, type Role } from '@app/kernel';
import type { Member } from './member.entity';

/** The orders of member lists, each backed by an index. */
export const MEMBER_ORDERS = ['RECENTLY_JOINED', 'NAME'] as const;
export type MemberOrder = (typeof MEMBER_ORDERS)[number];

const id: OrderKey<Member> = { expression: 'm.id', type: 'uuid', value: (member) => member.id };

const KEYS: Readonly<Record<MemberOrder, readonly OrderKey<Member>[]>> = {
  RECENTLY_JOINED: [{ expression: 'm.created_at', type: 'timestamptz', value: (member) => member.createdAt }, id],
  NAME: [{ expression: 'm.display_name', type: 'text', value: (member) => member.displayName }, id],
};

/** The paging of one member list: its cursors serve this order and role only. */
export function memberKeyset(order: MemberOrder, role: Role | null): Keyset<Member> {
  return new Keyset(listKey(`members:${order}`, role), KEYS[order], order === 'RECENTLY_JOINED');
}
