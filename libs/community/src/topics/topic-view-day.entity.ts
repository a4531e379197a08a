import { Check, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, CommunityKey, Counter, Key } from '@app/database';
import { Topic } from './topic.entity';

/** How often a topic was looked at on a day of UTC; `topics.view_count` has them all. */
@Entity('topic_view_days')
@BelongsTo(() => Topic, 'topicId', 'topic_view_days_topic_fk')
@Check('topic_view_days_counts', 'solved_views >= 0 AND other_views >= 0')
export class TopicViewDay {
  @CommunityKey('topic_view_days_pkey')
  communityId: string;

  /** As `2026-01-31`. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'topic_view_days_pkey' })
  day: string;

  @Key('topic_view_days_pkey', 'topic_id')
  topicId: string;

  /** Views while it was solved. */
  @Counter('solved_views')
  solvedViews: number;

  @Counter('other_views')
  otherViews: number;
}
