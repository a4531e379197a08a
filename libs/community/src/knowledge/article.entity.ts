import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BelongsTo, CommunityKey, Counter, CreatedAt, Key, MaybeMoment } from '@app/database';
import { Community } from '../communities/community.entity';
import { Member } from '../members/member.entity';

/** Whether readers see an article. */
export const ARTICLE_STATES = ['DRAFT', 'PUBLISHED'] as const;

/** See {@link ARTICLE_STATES}. */
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** A knowledge article: what the company knows about something, written down before anybody asks. */
@Entity('articles')
@Unique('articles_slug_key', ['communityId', 'slug'])
@Index('articles_recent_idx', ['communityId', 'createdAt', 'id'])
@Index('articles_review_idx', ['communityId', 'reviewAt', 'id'], { where: 'review_at IS NOT NULL' })
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'articles_community_fk' })
@BelongsTo(() => Member, 'authorId', 'articles_author_fk')
@Check('articles_state', `state IN ('DRAFT', 'PUBLISHED')`)
@Check('articles_title_not_blank', `title ~ '\\S' AND char_length(title) <= 300`)
export class Article {
  @CommunityKey('articles_pkey')
  communityId: string;

  @Key('articles_pkey')
  id: string;

  /** What its address says. It stays when the title changes: addresses are kept by others. */
  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  /** One or two sentences of plain text. */
  @Column('text', { default: '' })
  summary: string;

  /** Markdown. */
  @Column('text')
  body: string;

  @Column('text', { name: 'body_html' })
  bodyHtml: string;

  @Column('text')
  locale: string;

  /** Null where the source does not say who. */
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('text', { default: 'PUBLISHED' })
  state: ArticleState;

  /** When somebody should look whether it is still right. */
  @MaybeMoment('review_at')
  reviewAt: Date | null;

  /** Members who say that it is still right. */
  @Counter('still_right_count')
  stillRightCount: number;

  /** Members who say that it is not right any more. */
  @Counter('not_right_count')
  notRightCount: number;

  @Column('integer', { default: 1 })
  version: number;

  @MaybeMoment('edited_at')
  editedAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}
