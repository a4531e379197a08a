import { Check, Column, Entity, Index } from 'typeorm';
import { Member } from '@app/community';
import { BelongsTo, CommunityKey, CreatedAt, Key, MaybeMoment } from '@app/database';

/** How a lead recognises a member: thanks in words, the role of a champion, a badge that all can see. */
export const RECOGNITIONS = ['THANKS', 'CHAMPION', 'BADGE'] as const;

/** See {@link RECOGNITIONS}. */
export type RecognitionKind = (typeof RECOGNITIONS)[number];

/** A lead has recognised a member, and said why. */
@Entity('recognitions')
@Index('recognitions_member_idx', ['communityId', 'memberId', 'createdAt', 'id'])
@Index('recognitions_given_by_idx', ['communityId', 'givenById'])
@Index('recognitions_badge_key', ['communityId', 'memberId', 'badge'], {
  unique: true,
  where: `kind = 'BADGE' AND withdrawn_at IS NULL`,
})
@BelongsTo(() => Member, 'memberId', 'recognitions_member_fk')
@BelongsTo(() => Member, 'givenById', 'recognitions_given_by_fk')
@Check('recognitions_kind', `kind IN ('THANKS', 'CHAMPION', 'BADGE')`)
@Check('recognitions_badge', `(kind = 'BADGE') = (badge IS NOT NULL)`)
export class Recognition {
  @CommunityKey('recognitions_pkey')
  communityId: string;

  @Key('recognitions_pkey')
  id: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('text')
  kind: RecognitionKind;

  /** What the badge says. */
  @Column('text', { nullable: true })
  badge: string | null;

  /** Why, to the member: they and leads read it. */
  @Column('text')
  note: string;

  @Column('uuid', { name: 'given_by_id' })
  givenById: string;

  @MaybeMoment('withdrawn_at')
  withdrawnAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}
