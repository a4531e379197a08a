import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BelongsTo, CommunityKey, Counter, CreatedAt, Key, MaybeMoment, Moment } from '@app/database';
import type { Role } from '@app/kernel';
import { Community } from '../communities/community.entity';
import { Member } from '../members/member.entity';
import type { Face, PostState, Resolution, Resolver, TopicKind, TopicStatus, TopicVisibility } from './topic-kind';

/** What is in lists: the index of each order carries only these rows. */
const LISTED = `state = 'VISIBLE' AND archived_at IS NULL AND merged_into_id IS NULL`;

/** What somebody asked, reported, wished for, praised or announced. */
@Entity('topics')
@Unique('topics_code_key', ['communityId', 'code'])
@Index('topics_recently_active_idx', ['communityId', 'lastActivityAt', 'id'], { where: LISTED })
@Index('topics_recently_created_idx', ['communityId', 'createdAt', 'id'], { where: LISTED })
@Index('topics_most_me_toos_idx', ['communityId', 'meTooCount', 'id'], { where: LISTED })
@Index('topics_most_answers_idx', ['communityId', 'answerCount', 'id'], { where: LISTED })
@Index('topics_unanswered_most_answers_idx', ['communityId', 'answerCount', 'id'], {
  where: `${LISTED} AND unanswered`,
})
@Index('topics_unanswered_first_idx', ['communityId', 'unanswered', 'lastActivityAt', 'id'], { where: LISTED })
@Index('topics_kind_idx', ['communityId', 'kind', 'lastActivityAt', 'id'], { where: LISTED })
@Index('topics_resolution_idx', ['communityId', 'resolution', 'lastActivityAt', 'id'], { where: LISTED })
@Index('topics_resolved_idx', ['communityId', 'resolvedAt'], { where: `resolution = 'SOLVED'` })
@Index('topics_status_idx', ['communityId', 'status', 'lastActivityAt', 'id'], { where: LISTED })
@Index('topics_author_idx', ['communityId', 'authorId', 'createdAt', 'id'])
@Index('topics_merged_idx', ['communityId', 'mergedIntoId'], { where: 'merged_into_id IS NOT NULL' })
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'topics_community_fk' })
@BelongsTo(() => Member, 'authorId', 'topics_author_fk')
@BelongsTo(() => Topic, 'mergedIntoId', 'topics_merged_into_fk')
@Check('topics_kind', `kind IN ('QUESTION', 'PROBLEM', 'IDEA', 'PRAISE', 'UPDATE')`)
@Check('topics_status', `status IN ('NONE', 'PENDING', 'ACTIVE', 'COMPLETE', 'REJECTED')`)
@Check('topics_status_of_kind', `kind NOT IN ('PRAISE', 'UPDATE') OR status = 'NONE'`)
@Check('topics_state', `state IN ('VISIBLE', 'HELD', 'HIDDEN', 'REMOVED', 'RETRACTED')`)
@Check('topics_visibility', `visibility IN ('PUBLIC', 'PRIVATE')`)
@Check('topics_resolution', `resolution IN ('UNANSWERED', 'ANSWERED', 'SOLVED')`)
@Check('topics_resolved_by', `(resolution = 'SOLVED') = (resolved_by IS NOT NULL)`)
@Check('topics_title_not_blank', `title ~ '\\S' AND char_length(title) <= 300`)
@Check('topics_not_merged_into_itself', 'merged_into_id <> id')
@Check(
  'topics_counters',
  'answer_count >= 0 AND reply_count >= answer_count AND me_too_count >= 0 AND follower_count >= 0',
)
export class Topic {
  @CommunityKey('topics_pkey')
  communityId: string;

  @Key('topics_pkey')
  id: string;

  /** Short, public, and for good: what stands in URLs. */
  @Column('text')
  code: string;

  /** The title in URL form; follows the title, the code alone finds the topic. */
  @Column('text')
  slug: string;

  @Column('text')
  kind: TopicKind;

  @Column('text', { default: 'NONE' })
  status: TopicStatus;

  @Column('text')
  title: string;

  /** Markdown as typed. */
  @Column('text')
  body: string;

  @Column('text', { name: 'body_html' })
  bodyHtml: string;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  /** The author's role when posting. */
  @Column('text', { name: 'author_role' })
  authorRole: Role;

  @Column('text')
  locale: string;

  @Column('text', { name: 'product_version', nullable: true })
  productVersion: string | null;

  @Column('text', { name: 'sentiment_face', nullable: true })
  sentimentFace: Face | null;

  @Column('text', { name: 'sentiment_feeling', nullable: true })
  sentimentFeeling: string | null;

  @Column('text', { default: 'PUBLIC' })
  visibility: TopicVisibility;

  @Column('text', { default: 'VISIBLE' })
  state: PostState;

  /** Why staff removed or hid it. */
  @Column('text', { name: 'state_reason', nullable: true })
  stateReason: string | null;

  @Column('text', { default: 'UNANSWERED' })
  resolution: Resolution;

  @Column('text', { name: 'resolved_by', nullable: true })
  resolvedBy: Resolver | null;

  @MaybeMoment('resolved_at')
  resolvedAt: Date | null;

  /** `resolution = 'UNANSWERED'`, as a key of its own to order by. */
  @Column('boolean', { default: true })
  unanswered: boolean;

  @MaybeMoment('first_answer_at')
  firstAnswerAt: Date | null;

  /** Visible answers. */
  @Counter('answer_count')
  answerCount: number;

  /** Visible answers and comments. */
  @Counter('reply_count')
  replyCount: number;

  /** People with the same question; the author counts as one. */
  @Column('integer', { name: 'me_too_count', default: 1 })
  meTooCount: number;

  /** Me-toos that a source gave as a number without people; part of `me_too_count`. */
  @Counter('me_too_base')
  meTooBase: number;

  @Counter('follower_count')
  followerCount: number;

  @Counter('view_count')
  viewCount: number;

  @Column('integer', { default: 1 })
  version: number;

  @MaybeMoment('edited_at')
  editedAt: Date | null;

  @MaybeMoment('closed_at')
  closedAt: Date | null;

  @Column('text', { name: 'closed_reason', nullable: true })
  closedReason: string | null;

  @MaybeMoment('archived_at')
  archivedAt: Date | null;

  @Column('text', { name: 'archived_note', nullable: true })
  archivedNote: string | null;

  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  @Moment('last_activity_at')
  lastActivityAt: Date;

  @CreatedAt()
  createdAt: Date;
}
