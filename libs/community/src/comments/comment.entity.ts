import { Check, Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key, MaybeMoment } from '@app/database';
import type { Role } from '@app/kernel';
import { Answer } from '../answers/answer.entity';
import { Member } from '../members/member.entity';
import type { PostState } from '../topics/topic-kind';
import { Topic } from '../topics/topic.entity';

/** A remark on a topic, or on one of its answers. */
@Entity('comments')
@Index('comments_topic_idx', ['communityId', 'topicId', 'createdAt', 'id'])
@Index('comments_of_topic_idx', ['communityId', 'topicId', 'createdAt', 'id'], { where: 'answer_id IS NULL' })
@Index('comments_answer_idx', ['communityId', 'answerId', 'createdAt', 'id'])
@Index('comments_author_idx', ['communityId', 'authorId', 'createdAt', 'id'])
@BelongsTo(() => Topic, 'topicId', 'comments_topic_fk')
@BelongsTo(() => Answer, 'answerId', 'comments_answer_fk')
@BelongsTo(() => Member, 'authorId', 'comments_author_fk')
@Check('comments_state', `state IN ('VISIBLE', 'HELD', 'HIDDEN', 'REMOVED', 'RETRACTED')`)
export class Comment {
  @CommunityKey('comments_pkey')
  communityId: string;

  @Key('comments_pkey')
  id: string;

  @Column('uuid', { name: 'topic_id' })
  topicId: string;

  /** The answer it remarks on; null for one on the topic itself. */
  @Column('uuid', { name: 'answer_id', nullable: true })
  answerId: string | null;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  /** The author's role when posting. */
  @Column('text', { name: 'author_role' })
  authorRole: Role;

  @Column('text')
  body: string;

  @Column('text', { name: 'body_html' })
  bodyHtml: string;

  @Column('text', { default: 'VISIBLE' })
  state: PostState;

  @Column('text', { name: 'state_reason', nullable: true })
  stateReason: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @MaybeMoment('edited_at')
  editedAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}
