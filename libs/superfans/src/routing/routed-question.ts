/** An earlier thread that is like a question. */
export interface LikeThread {
  readonly topicId: string;
  /** How like it is, -1 to 1. */
  readonly likeness: number;
}

/** A topic as the router looks at it. It is plain data: whoever reads the database makes it. */
export interface RoutedQuestion {
  readonly topicId: string;
  readonly askerId: string;
  /** When it was asked, in milliseconds since 1970. */
  readonly at: number;
  readonly productIds: readonly string[];
  readonly tagIds: readonly string[];
  /** How many words its title and body have. */
  readonly words: number;
  /** Earlier threads like it, the likest first; empty while nothing is known of likeness. */
  readonly like: readonly LikeThread[];
}

/** A reply to a topic by anybody, its asker too. */
export interface RoutedReply {
  readonly topicId: string;
  readonly memberId: string;
  /** In milliseconds since 1970. */
  readonly at: number;
}
