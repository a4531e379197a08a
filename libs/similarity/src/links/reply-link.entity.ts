import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Community } from '@app/community';
import { CommunityKey, Key, Moment } from '@app/database';

/** What a reply can point to. */
export const REPLY_LINK_TARGETS = ['TOPIC', 'ARTICLE'] as const;

/** See {@link REPLY_LINK_TARGETS}. */
export type ReplyLinkTarget = (typeof REPLY_LINK_TARGETS)[number];

/**
 * Someone other than the asker pointed from a topic to another one, or to an article: by an address in a reply, or by
 * linking the topics. Derived from posts, and kept because all that is suggested goes by it.
 */
@Entity('reply_links')
@Index('reply_links_revision_idx', ['communityId', 'revision'])
@Index('reply_links_recent_idx', ['communityId', 'at'])
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'reply_links_community_fk' })
@Check('reply_links_target_kind', `target_kind IN ('TOPIC', 'ARTICLE')`)
export class ReplyLink {
  @CommunityKey('reply_links_pkey')
  communityId: string;

  @Key('reply_links_pkey', 'from_topic_id')
  fromTopicId: string;

  /** The answer or comment that holds the address; the topic itself where topics were linked. */
  @Key('reply_links_pkey', 'source_id')
  sourceId: string;

  @Key('reply_links_pkey', 'target_id')
  targetId: string;

  @Column('text', { name: 'target_kind' })
  targetKind: ReplyLinkTarget;

  /** Whether it says that both topics are the same. */
  @Column('boolean', { default: false })
  duplicate: boolean;

  /** The host of an address that was found among old ones; null for addresses of our own. */
  @Column('text', { nullable: true })
  host: string | null;

  /** When it was said. */
  @Moment('at')
  at: Date;

  /** Whether it is no more: the row stays, so that whoever follows is told. */
  @Column('boolean', { default: false })
  removed: boolean;

  /** Grows with every change, within a community in the order of commits. */
  @Column('bigint')
  revision: string;
}
