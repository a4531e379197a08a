/** A reply to a topic by someone else than who asked. */
export interface PastReply {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

/** A topic as it was asked. Its place in the history's list is its number. */
export interface PastThread {
  readonly id: string;
  readonly at: number;
  readonly author: string;
  readonly title: string;
  readonly body: string;
  readonly replies: readonly PastReply[];
}

/** A knowledge article as it is today; it is not known when it was written. */
export interface PastArticle {
  readonly id: string;
  /** The title, and the summary where there is one. */
  readonly title: string;
  readonly text: string;
}

/** Someone other than the asker pointed from a thread to an article or to another thread, for the first time. */
export interface PastLink {
  readonly at: number;
  /** Number of the thread. */
  readonly from: number;
  /** Number of the article or of the other thread. */
  readonly to: number;
}

/** What a community went through, all plain text, threads in the order in which they came. */
export interface History {
  readonly threads: readonly PastThread[];
  readonly articles: readonly PastArticle[];
  /** In order of time. */
  readonly articleLinks: readonly PastLink[];
  /** In order of time. */
  readonly threadLinks: readonly PastLink[];
}
