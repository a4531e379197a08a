import { selectList, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import type { MemberViewer } from '../viewer/viewer';
import { Article } from './article.entity';
import { knownArticles } from './article-row';

/** An article that the viewer knows of, locked until the transaction ends; NOT_FOUND otherwise. */
export async function lockArticle(tx: Tx, viewer: MemberViewer, articleId: string): Promise<Article> {
  const article = await tx.row<Article>(
    sql`SELECT ${selectList(Article, 'x')} FROM articles x
        WHERE x.community_id = ${viewer.communityId} AND x.id = ${articleId}${knownArticles(viewer)} FOR NO KEY UPDATE`,
  );
  if (!article) throw DomainError.notFound('article');
  return article;
}
