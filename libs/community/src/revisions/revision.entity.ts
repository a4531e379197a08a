import { Check, Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key } from '@app/database';
import type { Role } from '@app/kernel';
import { Answer } from '../answers/answer.entity';
import { Comment } from '../comments/comment.entity';
import { Member } from '../members/member.entity';
import { Topic } from '../topics/topic.entity';

/** What a topic, answer or comment said in one version: who wrote that version, when, in which role. */
@Entity('revisions')
@Index('revisions_topic_key', ['communityId', 'topicId', 'version'], { unique: true, where: 'topic_id IS NOT NULL' })
@Index('revisions_answer_key', ['communityId', 'answerId', 'version'], { unique: true, where: 'answer_id IS NOT NULL' })
@Index('revisions_comment_key', ['communityId', 'commentId', 'version'], {
  unique: true,
  where: 'comment_id IS NOT NULL',
})
@BelongsTo(() => Topic, 'topicId', 'revisions_topic_fk')
@BelongsTo(() => Answer, 'answerId', 'revisions_answer_fk')
@BelongsTo(() => Comment, 'commentId', 'revisions_comment_fk')
@BelongsTo(() => Member, 'editorId', 'revisions_editor_fk')
@Check('revisions_one_thing', 'num_nonnulls(topic_id, answer_id, comment_id) = 1')
export class Revision {
  @CommunityKey('revisions_pkey')
  communityId: string;

  @Key('revisions_pkey')
  id: string;

  @Column('uuid', { name: 'topic_id', nullable: true })
  topicId: string | null;

  @Column('uuid', { name: 'answer_id', nullable: true })
  answerId: string | null;

  @Column('uuid', { name: 'comment_id', nullable: true })
  commentId: string | null;

  /** The version of the thing that this text was. */
  @Column('integer')
  version: number;

  @Column('uuid', { name: 'editor_id' })
  editorId: string;

  @Column('text', { name: 'editor_role' })
  editorRole: Role;

  /** Only topics have one. */
  @Column('text', { nullable: true })
  title: string | null;

  @Column('text')
  body: string;

  @CreatedAt()
  createdAt: Date;
}
