import { Column, Entity, Index } from 'typeorm';
import { Member } from '@app/community';
import { BelongsTo, CommunityKey, CreatedAt, Key, MaybeMoment } from '@app/database';

/** A member has asked for their own data: being put together until it is ready, then there to be fetched for a while. */
@Entity('member_exports')
@Index('member_exports_member_idx', ['communityId', 'memberId', 'createdAt'])
@BelongsTo(() => Member, 'memberId', 'member_exports_member_fk')
export class MemberExport {
  @CommunityKey('member_exports_pkey')
  communityId: string;

  @Key('member_exports_pkey')
  id: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  /** SHA-256 of the secret in its link; null until it is ready. */
  @Column('text', { name: 'token_hash', nullable: true })
  tokenHash: string | null;

  /** How many there are, gzipped; null until it is ready. */
  @Column('integer', { nullable: true })
  bytes: number | null;

  @MaybeMoment('ready_at')
  readyAt: Date | null;

  @MaybeMoment('expires_at')
  expiresAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}
