import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Community, Member, Topic, type AnsweringKind } from '@app/community';
import { BelongsTo, CommunityKey, CreatedAt, Key, MaybeMoment } from '@app/database';

/**
 * Somebody was about to ask. It says what came of it, and not what was typed: what is not asked is nobody's business.
 * Each thing that may come of it comes once, and nothing after the asking.
 */
@Entity('ask_attempts')
@Index('ask_attempts_recent_idx', ['communityId', 'createdAt', 'id'])
@Index('ask_attempts_answered_idx', ['communityId', 'answeredAt', 'id'], { where: 'answered_at IS NOT NULL' })
@Index('ask_attempts_member_idx', ['communityId', 'memberId'], { where: 'member_id IS NOT NULL' })
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'ask_attempts_community_fk' })
@BelongsTo(() => Member, 'memberId', 'ask_attempts_member_fk')
@BelongsTo(() => Topic, 'meTooTopicId', 'ask_attempts_me_too_topic_fk')
@BelongsTo(() => Topic, 'askedTopicId', 'ask_attempts_asked_topic_fk')
@Check('ask_attempts_answered_kind', `answered_kind IN ('TOPIC', 'ARTICLE')`)
@Check(
  'ask_attempts_answered',
  '(answered_at IS NULL) = (answered_id IS NULL) AND (answered_at IS NULL) = (answered_kind IS NULL)',
)
@Check('ask_attempts_me_too', '(me_too_at IS NULL) = (me_too_topic_id IS NULL)')
@Check('ask_attempts_asked', '(asked_at IS NULL) = (asked_topic_id IS NULL)')
export class AskAttempt {
  @CommunityKey('ask_attempts_pkey')
  communityId: string;

  @Key('ask_attempts_pkey')
  id: string;

  /** Null while nobody is logged in: then the attempt's token says whose it is. */
  @Column('uuid', { name: 'member_id', nullable: true })
  memberId: string | null;

  /** It is shown no suggestions, so that the others can be compared with it. */
  @Column('boolean', { name: 'held_out' })
  heldOut: boolean;

  /** It is asked whether it found what it needed. */
  @Column('boolean')
  surveyed: boolean;

  @MaybeMoment('answered_at')
  answeredAt: Date | null;

  @Column('text', { name: 'answered_kind', nullable: true })
  answeredKind: AnsweringKind | null;

  /** The topic or the article of which it was said "this answered me". */
  @Column('uuid', { name: 'answered_id', nullable: true })
  answeredId: string | null;

  @MaybeMoment('me_too_at')
  meTooAt: Date | null;

  @Column('uuid', { name: 'me_too_topic_id', nullable: true })
  meTooTopicId: string | null;

  @MaybeMoment('asked_at')
  askedAt: Date | null;

  @Column('uuid', { name: 'asked_topic_id', nullable: true })
  askedTopicId: string | null;

  @CreatedAt()
  createdAt: Date;
}
