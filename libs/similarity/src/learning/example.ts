/** A topic and what others answered, to learn from; all plain text. */
export interface ThreadExample {
  readonly kind: 'thread';
  readonly title: string;
  readonly body: string;
  /** What others than the asker replied. */
  readonly replies: readonly string[];
}

/** A knowledge article to learn from; all plain text. */
export interface ArticleExample {
  readonly kind: 'article';
  /** The title, and the summary where there is one. */
  readonly title: string;
  readonly text: string;
}

export type Example = ThreadExample | ArticleExample;

/** How many words of a text are read: what comes later tells less about what it is about. */
export const READ_WORDS = { body: 150, reply: 80, article: 300 } as const;
