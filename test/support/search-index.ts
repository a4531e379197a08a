import {
  DocumentsReader,
  SearchIndexer,
  SearchReindexing,
  type ArticleDocument,
  type NameDocument,
  type SearchKind,
  type TopicDocument,
} from '@app/search';
import { Reader } from '@app/database';
import { keyOf } from './backstage';
import type { TestCommunity } from './founder';
import type { TestApp } from './test-app';

// How many posts somebody has, or topics a product, is not followed step by step.
const ROWS = `
  SELECT kind, id::text, removed, topic_kind, status, resolution, visibility, author_id, product_ids, tag_ids, names,
    CASE WHEN kind NOT IN ('MEMBER', 'PRODUCT') THEN demand END AS demand, title::text, whole::text
  FROM search_documents WHERE NOT removed ORDER BY kind, id`;
const WORDS = 'SELECT space, word, count FROM search_words WHERE count <> 0 ORDER BY space, word';

interface DocumentOf {
  readonly TOPIC: TopicDocument;
  readonly ARTICLE: ArticleDocument;
  readonly MEMBER: NameDocument;
  readonly TAG: NameDocument;
  readonly PRODUCT: NameDocument;
}

/** What is indexed of a community, and whether it is all there is. */
export class SearchIndex {
  constructor(
    private readonly house: TestApp,
    private readonly community: TestCommunity,
  ) {}

  /** Indexes what waits. */
  async settle(): Promise<void> {
    await this.house.app.get(SearchIndexer).drain(this.community.key);
  }

  /** Whether a thing is indexed; its id is global or a key. */
  async has(kind: SearchKind, id: string): Promise<boolean> {
    const rows = await this.rows<{ removed: boolean }>(
      'SELECT removed FROM search_documents WHERE kind = $1 AND id = $2',
      [kind, keyOf(id) || id],
    );
    return rows[0]?.removed === false;
  }

  /** The document of a thing, as it is now. */
  async document<Kind extends SearchKind>(kind: Kind, id: string): Promise<DocumentOf[Kind] | undefined> {
    const refs = [{ kind, id: keyOf(id) || id }];
    const [document] = await this.house.app
      .get(DocumentsReader)
      .read(this.house.app.get(Reader), this.community.key, refs);
    return document as DocumentOf[Kind] | undefined;
  }

  /** How many changes wait. */
  async waiting(): Promise<number> {
    return (await this.rows('SELECT FROM search_changes')).length;
  }

  /** What is indexed, before and after indexing all of it anew: the same where every change was followed. */
  async beforeAndAfter(): Promise<{ before: object[]; after: object[] }> {
    await this.settle();
    const before = await this.all();
    await this.house.app.get(SearchReindexing).run(this.community.key, {});
    return { before, after: await this.all() };
  }

  rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.house.founder.sql<Row>(this.community.key, text, values);
  }

  private async all(): Promise<object[]> {
    const where = (text: string): string => text.replace('WHERE', `WHERE community_id = '${this.community.key}' AND`);
    return [...(await this.rows<object>(where(ROWS))), ...(await this.rows<object>(where(WORDS)))];
  }
}
