import { Check, Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, Counter, CreatedAt, Key, MaybeMoment } from '@app/database';
import { Member } from '../members/member.entity';
import { Topic } from '../topics/topic.entity';

/**
 * A topic was merged into another as a duplicate; undone merges stay as history. What a merge moved carries the
 * topic that it comes from itself (`moved_from_id`), so that it finds back from wherever later merges took it.
 */
@Entity('topic_merges')
@Index('topic_merges_current_key', ['communityId', 'sourceId'], { unique: true, where: 'undone_at IS NULL' })
@Index('topic_merges_target_idx', ['communityId', 'targetId'])
@BelongsTo(() => Topic, 'sourceId', 'topic_merges_source_fk')
@BelongsTo(() => Topic, 'targetId', 'topic_merges_target_fk')
@BelongsTo(() => Member, 'mergedById', 'topic_merges_merged_by_fk')
@Check('topic_merges_two_topics', 'source_id <> target_id')
export class TopicMerge {
  @CommunityKey('topic_merges_pkey')
  communityId: string;

  @Key('topic_merges_pkey')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('uuid', { name: 'target_id' })
  targetId: string;

  @Column('uuid', { name: 'merged_by_id' })
  mergedById: string;

  /** What the source itself brought of `me_too_base`. */
  @Counter('me_too_base')
  meTooBase: number;

  /** Since when the source had been solved. */
  @MaybeMoment('source_resolved_at')
  sourceResolvedAt: Date | null;

  @MaybeMoment('undone_at')
  undoneAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}
