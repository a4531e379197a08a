import { Check, Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key, MaybeMoment } from '@app/database';
import { Member } from '../members/member.entity';
import { Topic } from '../topics/topic.entity';

/** What a link between two topics says: they are the same, or one helps to understand the other. */
export const TOPIC_LINK_KINDS = ['DUPLICATE', 'RELATED'] as const;

/** See {@link TOPIC_LINK_KINDS}. */
export type TopicLinkKind = (typeof TOPIC_LINK_KINDS)[number];

/** Somebody has linked a topic to another one. A duplicate that is only linked keeps its own answers. */
@Entity('topic_links')
@Index('topic_links_linked_idx', ['communityId', 'linkedId', 'kind'])
@BelongsTo(() => Topic, 'topicId', 'topic_links_topic_fk')
@BelongsTo(() => Topic, 'linkedId', 'topic_links_linked_fk')
@BelongsTo(() => Member, 'linkedById', 'topic_links_linked_by_fk')
@BelongsTo(() => Member, 'confirmedById', 'topic_links_confirmed_by_fk')
@BelongsTo(() => Member, 'rejectedById', 'topic_links_rejected_by_fk')
@Check('topic_links_one_verdict', 'confirmed_at IS NULL OR rejected_at IS NULL')
@Check('topic_links_two_topics', 'topic_id <> linked_id')
@Check('topic_links_kind', `kind IN ('DUPLICATE', 'RELATED')`)
export class TopicLink {
  @CommunityKey('topic_links_pkey')
  communityId: string;

  @Key('topic_links_pkey', 'topic_id')
  topicId: string;

  @Key('topic_links_pkey', 'linked_id')
  linkedId: string;

  @Column('text')
  kind: TopicLinkKind;

  /** Null where the source does not say who. */
  @Column('uuid', { name: 'linked_by_id', nullable: true })
  linkedById: string | null;

  /** When the asker or staff said that it is right. */
  @MaybeMoment('confirmed_at')
  confirmedAt: Date | null;

  @Column('uuid', { name: 'confirmed_by_id', nullable: true })
  confirmedById: string | null;

  /** When the asker or staff said that it is wrong: the row stays, so that it is not made again, and nobody sees it. */
  @MaybeMoment('rejected_at')
  rejectedAt: Date | null;

  @Column('uuid', { name: 'rejected_by_id', nullable: true })
  rejectedById: string | null;

  @CreatedAt()
  createdAt: Date;
}
