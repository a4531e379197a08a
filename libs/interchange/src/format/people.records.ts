import type { Role } from '@app/kernel';
import type { CommunitySettings, CommunityVisibility, FollowReason } from '@app/community';
import type { Instant, Ref, Text } from './record-parts';

/** The community itself; the first record, and the only one of its kind. What is left out keeps what is there. */
export interface CommunityRecord {
  readonly kind: 'community';
  readonly format: 'answerhood';
  readonly version: 1;
  readonly slug?: string;
  readonly name?: string;
  readonly locale?: string;
  readonly visibility?: CommunityVisibility;
  readonly settings?: Partial<CommunitySettings>;
  readonly createdAt?: Instant;
  /** Whose records are missing: a member or product that others name by its name is made of that name. */
  readonly implied?: readonly ('members' | 'products')[];
}

/** A product. */
export interface ProductRecord {
  readonly kind: 'product';
  readonly externalId: string;
  readonly name: string;
  readonly parent?: Ref | null;
  readonly slug?: string;
  readonly description?: string;
  readonly position?: number;
  readonly archivedAt?: Instant | null;
  readonly createdAt?: Instant;
  readonly version?: number;
}

/** A tag. Tags that topics carry need no record of their own. */
export interface TagRecord {
  readonly kind: 'tag';
  readonly externalId: string;
  readonly name: string;
  readonly description?: string;
  /** The name of the tag that this one stands for. */
  readonly synonymOf?: string | null;
  readonly createdAt?: Instant;
  readonly version?: number;
}

/** A person. Nobody is invited or written to; an address only lets its owner take the member over. */
export interface MemberRecord {
  readonly kind: 'member';
  readonly externalId: string;
  /** How they are called, as others see it. */
  readonly name: string;
  readonly handle?: string;
  readonly email?: string | null;
  readonly role?: Role;
  readonly seat?: boolean;
  readonly title?: string;
  readonly bio?: Text;
  readonly locale?: string | null;
  readonly suspendedUntil?: Instant | null;
  readonly suspendedReason?: string | null;
  readonly erasedAt?: Instant | null;
  /** The member who got all that this one had, when its owner claimed it. */
  readonly mergedInto?: Ref | null;
  readonly version?: number;
  /** When they joined; their first post where the source does not tell. */
  readonly createdAt?: Instant;
}

/** A member follows a thing. */
export interface FollowRecord {
  readonly kind: 'follow';
  readonly externalId?: string;
  readonly member: Ref;
  readonly followed:
    { readonly topic: Ref } | { readonly tag: string } | { readonly product: Ref } | { readonly member: Ref };
  readonly reason?: FollowReason;
  readonly movedFrom?: Ref | null;
  readonly createdAt: Instant;
}
