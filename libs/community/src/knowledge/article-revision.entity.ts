import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key } from '@app/database';
import { Member } from '../members/member.entity';
import { Article } from './article.entity';

/** What an article said in one version. Unlike that of a post, it may be by nobody: sources do not tell of whom articles are. */
@Entity('article_revisions')
@BelongsTo(() => Article, 'articleId', 'article_revisions_article_fk')
@BelongsTo(() => Member, 'editorId', 'article_revisions_editor_fk')
export class ArticleRevision {
  @CommunityKey('article_revisions_pkey')
  communityId: string;

  @Key('article_revisions_pkey', 'article_id')
  articleId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'article_revisions_pkey' })
  version: number;

  /** Null where the source of the article does not say who wrote it. */
  @Column('uuid', { name: 'editor_id', nullable: true })
  editorId: string | null;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  /** Markdown. */
  @Column('text')
  body: string;

  @CreatedAt()
  createdAt: Date;
}
