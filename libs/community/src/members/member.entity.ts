import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BelongsTo, CommunityKey, Counter, CreatedAt, Key, MaybeMoment } from '@app/database';
import { User } from '@app/identity';
import type { Role } from '@app/kernel';
import { Community } from '../communities/community.entity';

/** A person in one community: how others see them, and what they may do. */
@Entity('members')
@Unique('members_handle_key', ['communityId', 'handle'])
@Unique('members_user_key', ['communityId', 'userId'])
@Index('members_by_user_idx', ['userId'])
@Index('members_joined_idx', ['communityId', 'createdAt', 'id'])
@Index('members_role_idx', ['communityId', 'role', 'createdAt', 'id'])
@Index('members_name_idx', ['communityId', 'displayName', 'id'])
@Index('members_merged_idx', ['communityId', 'mergedIntoId'], { where: 'merged_into_id IS NOT NULL' })
@BelongsTo(() => Member, 'mergedIntoId', 'members_merged_into_fk')
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'members_community_fk' })
@ForeignKey(() => User, ['userId'], ['id'], { name: 'members_user_fk', onDelete: 'SET NULL' })
@Check('members_role', `role IN ('ALUM', 'CUSTOMER', 'CHAMPION', 'EMPLOYEE', 'REPRESENTATIVE', 'LEAD', 'ADMIN')`)
@Check('members_handle_form', `handle ~ '^[a-z0-9][a-z0-9_-]{2,29}$'`)
@Check('members_alum_has_no_seat', `NOT (seat AND role = 'ALUM')`)
export class Member {
  @CommunityKey('members_pkey')
  communityId: string;

  @Key('members_pkey')
  id: string;

  /** The identity behind the member; null until an imported or provisioned member is claimed. */
  @Column('uuid', { name: 'user_id', nullable: true })
  userId: string | null;

  @Column('text')
  handle: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text')
  role: Role;

  /** A moderation seat, held apart from the role. */
  @Column('boolean', { default: false })
  seat: boolean;

  /** What the member says about themselves, Markdown. */
  @Column('text', { default: '' })
  bio: string;

  @Column('text', { name: 'bio_html', default: '' })
  bioHtml: string;

  /** Their job or function, as the member says. */
  @Column('text', { default: '' })
  title: string;

  @Column('text', { nullable: true })
  locale: string | null;

  @MaybeMoment('suspended_until')
  suspendedUntil: Date | null;

  @Column('text', { name: 'suspended_reason', nullable: true })
  suspendedReason: string | null;

  /** When their name, address and profile were erased; what others rely on stays under "Former member". */
  @MaybeMoment('erased_at')
  erasedAt: Date | null;

  /** The member who got all that this one had when its owner claimed it; null for all others. */
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  /** What their word weighs, 0 to 1, as the community's epoch says; nobody is told. */
  @Column('real', { default: 0 })
  trust: number;

  @Counter('follower_count')
  followerCount: number;

  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}
