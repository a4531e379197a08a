import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { Member, Topic } from '@app/community';
import { BelongsTo, CommunityKey, CreatedAt, Key, MaybeMoment, Moment } from '@app/database';
import type { AskPlace } from '../../routing/assignment';
import type { PassReason } from '../../routing/routing';
import type { AskReasons } from './ask-reasons';

/** Why somebody passes an ask on. */
export const PASS_REASONS = ['NOT_MY_FIELD', 'NO_TIME', 'OTHER'] as const satisfies readonly PassReason[];

/** What somebody said to an ask. */
export type AskDecision = 'ACCEPTED' | 'PASSED';

/**
 * A member is asked whether they can answer a topic. Who asked the topic and staff know that they were asked, and why;
 * what they said to it is theirs alone.
 */
@Entity('topic_asks')
@Unique('topic_asks_once', ['communityId', 'topicId', 'memberId'])
@Index('topic_asks_member_idx', ['communityId', 'memberId', 'createdAt', 'id'])
@Index('topic_asks_changed_idx', ['communityId', 'changedAt'])
@BelongsTo(() => Topic, 'topicId', 'topic_asks_topic_fk')
@BelongsTo(() => Member, 'memberId', 'topic_asks_member_fk')
@Check('topic_asks_place', `place IN ('FIRST', 'SECOND_TIER', 'NEWCOMER')`)
@Check('topic_asks_decision', `decision IN ('ACCEPTED', 'PASSED')`)
@Check('topic_asks_pass_reason', `pass_reason IN ('NOT_MY_FIELD', 'NO_TIME', 'OTHER')`)
@Check('topic_asks_passed', `(pass_reason IS NOT NULL) = (decision IS NOT NULL AND decision = 'PASSED')`)
@Check('topic_asks_decided', '(decision IS NULL) = (decided_at IS NULL)')
export class TopicAsk {
  @CommunityKey('topic_asks_pkey')
  communityId: string;

  @Key('topic_asks_pkey')
  id: string;

  @Column('uuid', { name: 'topic_id' })
  topicId: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  /** Which place it took: of the best, or one that is kept for others. */
  @Column('text')
  place: AskPlace;

  /** Why they were asked, as figures; how likely they were to answer is kept nowhere. */
  @Column('jsonb')
  reasons: AskReasons;

  @Column('text', { nullable: true })
  decision: AskDecision | null;

  @MaybeMoment('decided_at')
  decidedAt: Date | null;

  @Column('text', { name: 'pass_reason', nullable: true })
  passReason: PassReason | null;

  /** They want to see it again then. */
  @MaybeMoment('snoozed_until')
  snoozedUntil: Date | null;

  /** When the router has something to learn of it. */
  @Moment('changed_at')
  changedAt: Date;

  @CreatedAt()
  createdAt: Date;
}
