import { propertiesOf, selectList } from '@app/database';
import sql, { empty, type Sql } from 'sql-template-tag';
import { isStaff, type Viewer } from '../viewer/viewer';
import { Article } from './article.entity';

/** An article as it is listed and found; its text is read apart, where it is asked for. */
export type ArticleRow = Omit<Article, 'body' | 'bodyHtml'>;

/** The text of an article. */
export type ArticleText = Pick<Article, 'body' | 'bodyHtml'>;

/** The select list of articles under the alias `x`. */
export const ARTICLE_COLUMNS: Sql = selectList(
  Article,
  'x',
  propertiesOf(Article).filter((property) => property !== 'body' && property !== 'bodyHtml'),
);

/** `AND …`: the articles under the alias `x` that a viewer may know of. Drafts are for staff. */
export function knownArticles(viewer: Viewer): Sql {
  return isStaff(viewer) ? empty : sql` AND x.state = 'PUBLISHED'`;
}
