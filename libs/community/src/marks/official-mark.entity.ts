import { Check, Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, Key, MaybeMoment, Moment } from '@app/database';
import { Answer } from '../answers/answer.entity';
import { Member } from '../members/member.entity';
import { Topic } from '../topics/topic.entity';

/** "The company says": who marked which answer, who keeps it true, and until when; ended marks stay as history. */
@Entity('official_marks')
@Index('official_marks_current_key', ['communityId', 'topicId'], { unique: true, where: 'ended_at IS NULL' })
@Index('official_marks_answer_idx', ['communityId', 'answerId'])
@Index('official_marks_owner_idx', ['communityId', 'ownerId', 'reviewAt'], { where: 'ended_at IS NULL' })
@BelongsTo(() => Topic, 'topicId', 'official_marks_topic_fk')
@BelongsTo(() => Answer, 'answerId', 'official_marks_answer_fk')
@BelongsTo(() => Member, 'markedById', 'official_marks_marked_by_fk')
@BelongsTo(() => Member, 'ownerId', 'official_marks_owner_fk')
@BelongsTo(() => Member, 'endedById', 'official_marks_ended_by_fk')
@Check('official_marks_suspended', 'NOT suspended OR ended_at IS NOT NULL')
export class OfficialMark {
  @CommunityKey('official_marks_pkey')
  communityId: string;

  @Key('official_marks_pkey')
  id: string;

  @Column('uuid', { name: 'topic_id' })
  topicId: string;

  @Column('uuid', { name: 'answer_id' })
  answerId: string;

  @Column('uuid', { name: 'marked_by_id' })
  markedById: string;

  @Moment('marked_at')
  markedAt: Date;

  /** The person of the company who keeps it true. */
  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  /** When the owner should look at it again. */
  @MaybeMoment('review_at')
  reviewAt: Date | null;

  @MaybeMoment('ended_at')
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by_id', nullable: true })
  endedById: string | null;

  /** Ended by a merge only, because the other topic has an official answer too: it comes back when the two part. */
  @Column('boolean', { default: false })
  suspended: boolean;
}
