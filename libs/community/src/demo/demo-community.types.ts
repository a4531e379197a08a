import type { Role } from '@app/kernel';
import type { StillRight } from '../knowledge/article-vote.loader';
import type { Face, TopicKind, TopicStatus } from '../topics/topic-kind';

/** Whole minutes since the demo community began (`DemoCommunity.start`). */
export type Minutes = number;

/** Somebody did something: a me-too, a star, a follow. Members are named by handle. */
export interface DemoAct {
  readonly by: string;
  readonly at: Minutes;
}

/** A made-up community as plain data, complete and in itself consistent: every id, time and reference is there. */
export interface DemoCommunity {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  /** The moment that all minutes count from, ISO 8601. */
  readonly start: string;
  /** The last minute in which something happens. */
  readonly end: Minutes;
  readonly products: readonly DemoProduct[];
  readonly tags: readonly DemoTag[];
  readonly members: readonly DemoMember[];
  /** In order of their time. */
  readonly topics: readonly DemoTopic[];
  readonly articles: readonly DemoArticle[];
}

/** A published knowledge article. */
export interface DemoArticle extends DemoAct {
  readonly id: string;
  readonly slug: string;
  readonly locale: string;
  readonly title: string;
  readonly summary: string;
  /** Markdown. */
  readonly body: string;
  /** Slugs. */
  readonly products: readonly string[];
  readonly reviewAt: Minutes;
  readonly votes: readonly (DemoAct & { readonly vote: StillRight })[];
}

export interface DemoProduct {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
}

export interface DemoTag {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly synonyms: readonly { readonly id: string; readonly name: string }[];
}

export interface DemoMember {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  /** What they log in with, beside the demo password. */
  readonly email: string;
  /** Their job, as they say. */
  readonly title: string;
  /** Markdown. */
  readonly bio: string;
  readonly locale: string;
  /** From joining on, in order of time; the last one is the current one. */
  readonly roles: readonly { readonly role: Role; readonly at: Minutes }[];
  /** Since when they hold a moderation seat; null for none. */
  readonly seatAt: Minutes | null;
  readonly follows: {
    readonly products: readonly string[];
    readonly tags: readonly string[];
    readonly members: readonly string[];
  };
}

export interface DemoComment {
  readonly id: string;
  readonly by: string;
  readonly at: Minutes;
  readonly body: string;
}

export interface DemoAnswer extends DemoComment {
  readonly comments: readonly DemoComment[];
  readonly stars: readonly DemoAct[];
  /** When the asker said "this solved it"; null where they did not. */
  readonly solvedAt: Minutes | null;
  readonly official: DemoOfficialMark | null;
}

/** "The company says": who marked it, who keeps it true, and when they look at it again. */
export interface DemoOfficialMark extends DemoAct {
  readonly owner: string;
  readonly reviewAt: Minutes;
}

/** A change of kind, title, body or tags, with what stood there before. */
export interface DemoChange extends DemoAct {
  readonly was: { readonly kind?: TopicKind; readonly title?: string; readonly body?: string };
}

export interface DemoTopic {
  readonly id: string;
  /** A name for it in these files. */
  readonly key: string;
  readonly kind: TopicKind;
  readonly by: string;
  readonly at: Minutes;
  readonly locale: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** Slugs. */
  readonly products: readonly string[];
  readonly productVersion: string | null;
  /** Names, never synonyms. */
  readonly tags: readonly string[];
  readonly sentiment: { readonly face: Face; readonly feeling: string | null } | null;
  readonly visibility: 'PUBLIC' | 'PRIVATE';
  readonly views: number;
  /** Without the author, who counts as one by having asked. */
  readonly meToos: readonly DemoAct[];
  readonly followers: readonly DemoAct[];
  readonly answers: readonly DemoAnswer[];
  /** Comments on the topic itself. */
  readonly comments: readonly DemoComment[];
  /** In order of time; none means that the status is still `NONE`. */
  readonly statuses: readonly (DemoAct & { readonly status: TopicStatus })[];
  readonly changes: readonly DemoChange[];
  readonly closed: (DemoAct & { readonly reason: string }) | null;
  readonly archived: (DemoAct & { readonly note: string }) | null;
  readonly removed: (DemoAct & { readonly reason: string }) | null;
  /** The key of the topic it was merged into as a duplicate. */
  readonly merged: (DemoAct & { readonly into: string }) | null;
}
