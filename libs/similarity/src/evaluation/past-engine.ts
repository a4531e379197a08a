/** What a search engine finds for a title, as it is typed into its box. It knows what came later too: its index does. */
export interface PastEngine {
  readonly name: string;
  /** Numbers of articles, best first. */
  articles(title: string, count: number): Promise<number[]>;
  /** Numbers of threads before one, best first. */
  threadsBefore(thread: number, title: string, count: number): Promise<number[]>;
}
