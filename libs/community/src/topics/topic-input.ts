import type { Face, TopicKind, TopicVisibility } from './topic-kind';

/** How somebody feels about it. */
export interface Sentiment {
  readonly face: Face;
  readonly feeling?: string | null;
}

/** What a new topic says. Ids are keys, texts have been checked for form. */
export interface AskTopic {
  readonly idempotencyKey: string;
  readonly kind: TopicKind;
  readonly title: string;
  readonly body: string;
  readonly productIds?: readonly string[] | null;
  readonly tags?: readonly string[] | null;
  readonly sentiment?: Sentiment | null;
  readonly productVersion?: string | null;
  readonly locale?: string | null;
  readonly visibility?: TopicVisibility | null;
}

/** What an edit changes of a topic: what is absent stays. */
export interface EditTopic {
  readonly topicId: string;
  /** The version the edit was made on. */
  readonly version: number;
  readonly title?: string | null;
  readonly body?: string | null;
  readonly productIds?: readonly string[] | null;
  readonly tags?: readonly string[] | null;
  readonly sentiment?: Sentiment | null;
  readonly productVersion?: string | null;
}
