import { Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, Key } from '@app/database';
import { Topic } from '../topics/topic.entity';
import { Product } from './product.entity';

/** A topic is about a product. */
@Entity('topic_products')
@Index('topic_products_product_idx', ['communityId', 'productId', 'topicId'])
@BelongsTo(() => Topic, 'topicId', 'topic_products_topic_fk')
@BelongsTo(() => Product, 'productId', 'topic_products_product_fk')
export class TopicProduct {
  @CommunityKey('topic_products_pkey')
  communityId: string;

  @Key('topic_products_pkey', 'topic_id')
  topicId: string;

  @Key('topic_products_pkey', 'product_id')
  productId: string;
}
