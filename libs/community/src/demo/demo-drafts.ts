import type { Role } from '@app/kernel';
import type { Face, TopicKind, TopicStatus } from '../topics/topic-kind';
import type { Minutes } from './demo-community.types';

/** Handles with a space between them. */
type Handles = string;

/** Minutes after the topic was posted. */
type After = Minutes;

export interface CommentDraft {
  readonly by: string;
  readonly after: After;
  readonly body: string;
}

export interface AnswerDraft extends CommentDraft {
  readonly stars?: Handles;
  /** When the asker said "this solved it". */
  readonly solved?: After;
  /** Marked official; owned by who marked it unless said otherwise, to be looked at again after half a year. */
  readonly official?: { readonly by: string; readonly after: After; readonly owner?: string };
  readonly comments?: readonly CommentDraft[];
}

/** A topic as it is told in these files: times are after the topic, acts are lists of handles. */
export interface TopicDraft {
  readonly key: string;
  readonly kind: TopicKind;
  readonly by: string;
  readonly at: Minutes;
  readonly locale?: 'de' | 'fr';
  readonly title: string;
  readonly body: string;
  readonly products?: Handles;
  readonly version?: string;
  readonly tags: Handles;
  readonly feels?: readonly [Face, string?];
  readonly isPrivate?: boolean;
  readonly meToos?: Handles;
  readonly followers?: Handles;
  readonly answers?: readonly AnswerDraft[];
  readonly comments?: readonly CommentDraft[];
  readonly statuses?: readonly (readonly [TopicStatus, by: string, after: After])[];
  readonly changes?: readonly {
    readonly by: string;
    readonly after: After;
    readonly was: { readonly kind?: TopicKind; readonly title?: string; readonly body?: string };
  }[];
  readonly closed?: { readonly by: string; readonly after: After; readonly reason: string };
  readonly archived?: { readonly by: string; readonly after: After; readonly note: string };
  readonly removed?: { readonly by: string; readonly after: After; readonly reason: string };
  readonly merged?: { readonly by: string; readonly after: After; readonly into: string };
}

/** A knowledge article as it is told in these files; it is to be looked at again after half a year. */
export interface ArticleDraft {
  readonly slug: string;
  readonly by: string;
  readonly at: Minutes;
  readonly locale?: 'de' | 'fr';
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly products: Handles;
  /** Who says that it is still right, and who says that it is not. */
  readonly right?: Handles;
  readonly wrong?: Handles;
}

/** A member as told in these files: the first role is held from joining on. */
export interface MemberDraft {
  readonly handle: string;
  readonly name: string;
  readonly title?: string;
  readonly bio?: string;
  readonly locale?: 'de' | 'fr';
  readonly roles: readonly (readonly [Role, Minutes])[];
  readonly seatAt?: Minutes;
  readonly products?: Handles;
  readonly tags?: Handles;
  readonly members?: Handles;
}

/** The minute of a day of the community's life: `day(3, '08:20')`. */
export function day(number: number, time: string): Minutes {
  const [hour, minute] = time.split(':').map(Number);
  return number * 1440 + (hour ?? 0) * 60 + (minute ?? 0);
}

export function hours(number: number): Minutes {
  return Math.round(number * 60);
}

export function days(number: number): Minutes {
  return Math.round(number * 1440);
}
