import { Check, Column, Entity, Index } from 'typeorm';
import { Topic } from '@app/community';
import { BelongsTo, CommunityKey, Counter, CreatedAt, Key, MaybeMoment, Moment } from '@app/database';

/** People who may be asked about a topic, over all rounds. */
export const MOST_ASKED = 5;
/** Seconds within which people say something to an ask where nothing is known of that: a quarter of a day. */
export const USUAL_REACTION = 21_600;

/** People who may be asked on one day (UTC) about all that one member asks. */
export const MOST_FOR_ASKER = 15;

/** A topic for which people are looked for who may answer it, from when it was asked until it needs nobody any more. */
@Entity('topic_routes')
@Index('topic_routes_open_idx', ['communityId', 'createdAt', 'topicId'], { where: 'ended_at IS NULL' })
@Index('topic_routes_escalated_idx', ['communityId', 'escalatedAt', 'topicId'], { where: 'escalated_at IS NOT NULL' })
@BelongsTo(() => Topic, 'topicId', 'topic_routes_topic_fk')
@Check('topic_routes_asked', 'asked BETWEEN 0 AND 5 AND rounds >= 0')
@Check('topic_routes_reaction', 'reaction_seconds > 0')
@Check('topic_routes_peer_window', 'peer_window_seconds > 0 AND peer_window_answers >= 0')
export class TopicRoute {
  @CommunityKey('topic_routes_pkey')
  communityId: string;

  @Key('topic_routes_pkey', 'topic_id')
  topicId: string;

  /** People who have been asked. */
  @Counter('asked')
  asked: number;

  /** How often it came up anew; 0 until it was thought about whom to ask. */
  @Counter('rounds')
  rounds: number;

  /** For so long it is left to members to answer, as the history of its product says. */
  @Column('integer', { name: 'peer_window_seconds' })
  peerWindowSeconds: number;

  /** First answers by members that this was learned from. */
  @Column('integer', { name: 'peer_window_answers' })
  peerWindowAnswers: number;

  /** Within so long people say something to an ask, if they do: then one more may be asked. */
  @Column('integer', { name: 'reaction_seconds', default: USUAL_REACTION })
  reactionSeconds: number;

  /** From then on it is thought about again whom to ask, though nothing has happened. */
  @MaybeMoment('again_at')
  againAt: Date | null;

  /** When the time is over in which it is left to members. */
  @Moment('escalates_at')
  escalatesAt: Date;

  /** When it was over, and nobody had answered: from then on staff are told of it. */
  @MaybeMoment('escalated_at')
  escalatedAt: Date | null;

  /** Since when nobody is asked any more. */
  @MaybeMoment('ended_at')
  endedAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}
