import { Check, Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key, MaybeMoment } from '@app/database';
import { Answer } from '../answers/answer.entity';
import { Comment } from '../comments/comment.entity';
import { Member } from '../members/member.entity';
import { Topic } from '../topics/topic.entity';

/** Why a member thinks a post should not stand. */
export const FLAG_REASONS = ['SPAM', 'ABUSE', 'OFF_TOPIC', 'PRIVATE_DATA', 'WRONG', 'OTHER'] as const;
export type FlagReason = (typeof FLAG_REASONS)[number];

/** A member's word that a post should be looked at; one per member and post while it is open. */
@Entity('flags')
@Index('flags_topic_key', ['communityId', 'topicId', 'memberId'], {
  unique: true,
  where: 'topic_id IS NOT NULL AND settled_at IS NULL',
})
@Index('flags_answer_key', ['communityId', 'answerId', 'memberId'], {
  unique: true,
  where: 'answer_id IS NOT NULL AND settled_at IS NULL',
})
@Index('flags_comment_key', ['communityId', 'commentId', 'memberId'], {
  unique: true,
  where: 'comment_id IS NOT NULL AND settled_at IS NULL',
})
@BelongsTo(() => Topic, 'topicId', 'flags_topic_fk')
@BelongsTo(() => Answer, 'answerId', 'flags_answer_fk')
@BelongsTo(() => Comment, 'commentId', 'flags_comment_fk')
@BelongsTo(() => Member, 'memberId', 'flags_member_fk')
@Check('flags_one_thing', 'num_nonnulls(topic_id, answer_id, comment_id) = 1')
export class Flag {
  @CommunityKey('flags_pkey')
  communityId: string;

  @Key('flags_pkey')
  id: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('uuid', { name: 'topic_id', nullable: true })
  topicId: string | null;

  @Column('uuid', { name: 'answer_id', nullable: true })
  answerId: string | null;

  @Column('uuid', { name: 'comment_id', nullable: true })
  commentId: string | null;

  @Column('text')
  reason: FlagReason;

  @Column('text', { default: '' })
  note: string;

  /** Whether the member's word counted when they gave it. */
  @Column('boolean')
  trusted: boolean;

  /** When staff decided on the post. */
  @MaybeMoment('settled_at')
  settledAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}
