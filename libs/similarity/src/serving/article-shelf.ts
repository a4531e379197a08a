import { ArticleRanker } from '../ranking/article-ranker.ts';
import type { ThreadMemory } from '../ranking/thread-memory.ts';
import type { RememberedArticle } from './remembered.ts';

/** The articles of a community: few, so that all are read again when one has changed. */
export class ArticleShelf {
  private readonly articles = new Map<string, RememberedArticle>();
  private readonly vectors = new Map<string, Float32Array>();
  private numbers = new Map<string, number>();
  private ids: string[] = [];
  private ranker: ArticleRanker | null = null;

  get bytes(): number {
    let characters = 0;
    for (const { title, text } of this.articles.values()) characters += title.length + text.length;
    return characters * 4;
  }

  put(article: RememberedArticle): void {
    this.articles.set(article.id, article);
    this.ranker = null;
  }

  /** Tells what a pretrained model says of an article: a vector of length 1. */
  putPretrained(id: string, vector: Float32Array): void {
    if (!this.articles.has(id)) return;
    this.vectors.set(id, vector);
    this.ranker = null;
  }

  remove(id: string): void {
    this.vectors.delete(id);
    if (this.articles.delete(id)) this.ranker = null;
  }

  numberOf(id: string): number | undefined {
    return this.numbers.get(id);
  }

  idOf(number: number): string {
    return this.ids[number]!;
  }

  /** Ranks what is there now; a new one, to which nothing is linked yet, where an article has changed. */
  rankerOf(memory: ThreadMemory): { readonly ranker: ArticleRanker; readonly isNew: boolean } {
    if (this.ranker) return { ranker: this.ranker, isNew: false };
    this.ids = [...this.articles.keys()];
    this.numbers = new Map(this.ids.map((id, number) => [id, number]));
    this.ranker = new ArticleRanker(memory, [...this.articles.values()]);
    for (const [id, vector] of this.vectors) this.ranker.putPretrained(this.numbers.get(id)!, vector);
    return { ranker: this.ranker, isNew: true };
  }
}
