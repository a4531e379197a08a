import { Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, Key } from '@app/database';
import { Product } from '../products/product.entity';
import { Article } from './article.entity';

/** An article is about a product. */
@Entity('article_products')
@Index('article_products_product_idx', ['communityId', 'productId', 'articleId'])
@BelongsTo(() => Article, 'articleId', 'article_products_article_fk')
@BelongsTo(() => Product, 'productId', 'article_products_product_fk')
export class ArticleProduct {
  @CommunityKey('article_products_pkey')
  communityId: string;

  @Key('article_products_pkey', 'article_id')
  articleId: string;

  @Key('article_products_pkey', 'product_id')
  productId: string;
}
