import { Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key } from '@app/database';
import { Member } from '../members/member.entity';
import { Article } from './article.entity';

/** A member says whether an article is still right. Who changes their mind has said it at the later moment. */
@Entity('article_votes')
@Index('article_votes_member_idx', ['communityId', 'memberId', 'createdAt'])
@BelongsTo(() => Article, 'articleId', 'article_votes_article_fk')
@BelongsTo(() => Member, 'memberId', 'article_votes_member_fk')
export class ArticleVote {
  @CommunityKey('article_votes_pkey')
  communityId: string;

  @Key('article_votes_pkey', 'article_id')
  articleId: string;

  @Key('article_votes_pkey', 'member_id')
  memberId: string;

  @Column('boolean', { name: 'still_right' })
  stillRight: boolean;

  @CreatedAt()
  createdAt: Date;
}
