import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BelongsTo, CommunityKey, Counter, CreatedAt, Key, MaybeMoment } from '@app/database';
import { Community } from '../communities/community.entity';

/** What the company sells; products form a shallow tree. */
@Entity('products')
@Unique('products_slug_key', ['communityId', 'slug'])
@Index('products_parent_idx', ['communityId', 'parentId', 'position'])
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'products_community_fk' })
@BelongsTo(() => Product, 'parentId', 'products_parent_fk')
@Check('products_not_own_parent', 'parent_id <> id')
export class Product {
  @CommunityKey('products_pkey')
  communityId: string;

  @Key('products_pkey')
  id: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  description: string;

  @Column('integer', { default: 0 })
  position: number;

  @Counter('follower_count')
  followerCount: number;

  /** No longer offered for new topics; old ones keep it. */
  @MaybeMoment('archived_at')
  archivedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}
