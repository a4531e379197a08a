import { Check, Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, Counter, CreatedAt, Key, MaybeMoment } from '@app/database';
import type { Role } from '@app/kernel';
import { Member } from '../members/member.entity';
import type { PostState } from '../topics/topic-kind';
import { Topic } from '../topics/topic.entity';

/** A reply that answers a topic. One by the asker is a follow-up: it is read like an answer and earns nothing. */
@Entity('answers')
@Index('answers_topic_idx', ['communityId', 'topicId', 'createdAt', 'id'])
@Index('answers_author_idx', ['communityId', 'authorId', 'createdAt', 'id'])
@BelongsTo(() => Topic, 'topicId', 'answers_topic_fk')
@BelongsTo(() => Topic, 'movedFromId', 'answers_moved_from_fk')
@BelongsTo(() => Topic, 'forkedIntoId', 'answers_forked_into_fk')
@BelongsTo(() => Member, 'authorId', 'answers_author_fk')
@Check('answers_state', `state IN ('VISIBLE', 'HELD', 'HIDDEN', 'REMOVED', 'RETRACTED')`)
@Check('answers_counters', 'star_count >= trusted_star_count AND trusted_star_count >= 0 AND comment_count >= 0')
export class Answer {
  @CommunityKey('answers_pkey')
  communityId: string;

  @Key('answers_pkey')
  id: string;

  @Column('uuid', { name: 'topic_id' })
  topicId: string;

  /** The topic that it was posted on, while a merge keeps it with another. */
  @Column('uuid', { name: 'moved_from_id', nullable: true })
  movedFromId: string | null;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  /** The author's role when posting. */
  @Column('text', { name: 'author_role' })
  authorRole: Role;

  /** Written by the topic's own author. */
  @Column('boolean', { name: 'follow_up', default: false })
  followUp: boolean;

  @Column('text')
  body: string;

  @Column('text', { name: 'body_html' })
  bodyHtml: string;

  @Column('text', { default: 'VISIBLE' })
  state: PostState;

  @Column('text', { name: 'state_reason', nullable: true })
  stateReason: string | null;

  /** The topic of its own that staff made of it; it is REMOVED here. */
  @Column('uuid', { name: 'forked_into_id', nullable: true })
  forkedIntoId: string | null;

  /** A representative says: this is what the company says. At most one per topic. */
  @Column('boolean', { default: false })
  official: boolean;

  /** The asker says: this solved it. */
  @Column('boolean', { default: false })
  solved: boolean;

  @Counter('star_count')
  starCount: number;

  /** Stars by members whose word counted when they gave them. */
  @Counter('trusted_star_count')
  trustedStarCount: number;

  /** Visible comments. */
  @Counter('comment_count')
  commentCount: number;

  @Column('integer', { default: 1 })
  version: number;

  @MaybeMoment('edited_at')
  editedAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}
