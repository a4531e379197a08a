import { Check, Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key, MaybeMoment } from '@app/database';
import { Answer } from '../answers/answer.entity';
import { Comment } from '../comments/comment.entity';
import { Member } from '../members/member.entity';
import { Topic } from '../topics/topic.entity';

/** What brought a post into the queue: a new member's first posts, or flags. */
export const MODERATION_CAUSES = ['FIRST_POST', 'FLAGS'] as const;
export type ModerationCause = (typeof MODERATION_CAUSES)[number];

export const MODERATION_DECISIONS = ['APPROVED', 'REMOVED'] as const;
export type ModerationDecision = (typeof MODERATION_DECISIONS)[number];

/** A post that staff should decide on; at most one open item per post. */
@Entity('moderation_items')
@Index('moderation_items_open_idx', ['communityId', 'createdAt', 'id'], { where: 'decided_at IS NULL' })
@Index('moderation_items_topic_key', ['communityId', 'topicId'], {
  unique: true,
  where: 'topic_id IS NOT NULL AND decided_at IS NULL',
})
@Index('moderation_items_answer_key', ['communityId', 'answerId'], {
  unique: true,
  where: 'answer_id IS NOT NULL AND decided_at IS NULL',
})
@Index('moderation_items_comment_key', ['communityId', 'commentId'], {
  unique: true,
  where: 'comment_id IS NOT NULL AND decided_at IS NULL',
})
@BelongsTo(() => Topic, 'topicId', 'moderation_items_topic_fk')
@BelongsTo(() => Answer, 'answerId', 'moderation_items_answer_fk')
@BelongsTo(() => Comment, 'commentId', 'moderation_items_comment_fk')
@BelongsTo(() => Member, 'decidedById', 'moderation_items_decided_by_fk')
@Check('moderation_items_one_thing', 'num_nonnulls(topic_id, answer_id, comment_id) = 1')
export class ModerationItem {
  @CommunityKey('moderation_items_pkey')
  communityId: string;

  @Key('moderation_items_pkey')
  id: string;

  @Column('uuid', { name: 'topic_id', nullable: true })
  topicId: string | null;

  @Column('uuid', { name: 'answer_id', nullable: true })
  answerId: string | null;

  @Column('uuid', { name: 'comment_id', nullable: true })
  commentId: string | null;

  @Column('text')
  cause: ModerationCause;

  @Column('text', { nullable: true })
  decision: ModerationDecision | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'decided_by_id', nullable: true })
  decidedById: string | null;

  @MaybeMoment('decided_at')
  decidedAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}
