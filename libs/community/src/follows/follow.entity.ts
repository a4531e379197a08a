import { Check, Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key } from '@app/database';
import { Member } from '../members/member.entity';
import { Product } from '../products/product.entity';
import { Tag } from '../tags/tag.entity';
import { Topic } from '../topics/topic.entity';

/** Why somebody follows: what a notification later says first. */
export const FOLLOW_REASONS = ['ASKED', 'ANSWERED', 'COMMENTED', 'ME_TOO', 'CHOSE'] as const;
export type FollowReason = (typeof FOLLOW_REASONS)[number];

/** A member wants to hear of a topic, a tag, a product or another member. Exactly one of the four is set. */
@Entity('follows')
@Index('follows_topic_key', ['communityId', 'memberId', 'topicId'], { unique: true, where: 'topic_id IS NOT NULL' })
@Index('follows_tag_key', ['communityId', 'memberId', 'tagId'], { unique: true, where: 'tag_id IS NOT NULL' })
@Index('follows_product_key', ['communityId', 'memberId', 'productId'], {
  unique: true,
  where: 'product_id IS NOT NULL',
})
@Index('follows_person_key', ['communityId', 'memberId', 'personId'], { unique: true, where: 'person_id IS NOT NULL' })
@Index('follows_of_topic_idx', ['communityId', 'topicId'], { where: 'topic_id IS NOT NULL' })
@Index('follows_of_tag_idx', ['communityId', 'tagId'], { where: 'tag_id IS NOT NULL' })
@Index('follows_of_product_idx', ['communityId', 'productId'], { where: 'product_id IS NOT NULL' })
@Index('follows_of_person_idx', ['communityId', 'personId'], { where: 'person_id IS NOT NULL' })
@Index('follows_recent_idx', ['communityId', 'memberId', 'createdAt', 'id'])
@BelongsTo(() => Member, 'memberId', 'follows_member_fk')
@BelongsTo(() => Topic, 'topicId', 'follows_topic_fk')
@BelongsTo(() => Topic, 'movedFromId', 'follows_moved_from_fk')
@BelongsTo(() => Tag, 'tagId', 'follows_tag_fk')
@BelongsTo(() => Product, 'productId', 'follows_product_fk')
@BelongsTo(() => Member, 'personId', 'follows_person_fk')
@Check('follows_one_thing', 'num_nonnulls(topic_id, tag_id, product_id, person_id) = 1')
@Check('follows_not_oneself', 'person_id <> member_id')
export class Follow {
  @CommunityKey('follows_pkey')
  communityId: string;

  @Key('follows_pkey')
  id: string;

  /** The follower. */
  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('uuid', { name: 'topic_id', nullable: true })
  topicId: string | null;

  /** The topic that was followed, while a merge keeps the follow with another. */
  @Column('uuid', { name: 'moved_from_id', nullable: true })
  movedFromId: string | null;

  @Column('uuid', { name: 'tag_id', nullable: true })
  tagId: string | null;

  @Column('uuid', { name: 'product_id', nullable: true })
  productId: string | null;

  /** The member who is followed. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('text')
  reason: FollowReason;

  @CreatedAt()
  createdAt: Date;
}
