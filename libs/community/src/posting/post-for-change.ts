import { DomainError } from '@app/kernel';
import type { PostState } from '../topics/topic-kind';
import type { MemberViewer } from '../viewer/viewer';

/** What a topic, an answer and a comment have in common when somebody wants to change one. */
export interface PostForChange {
  readonly authorId: string;
  readonly state: PostState;
  readonly version: number;
}

/** Refuses an edit of what has been removed or taken back, and one that was made on a version that has passed. */
export function requireCurrent(post: PostForChange, version: number, what: 'answer' | 'comment'): void {
  if (isGone(post)) throw new DomainError('POST_REMOVED', `This ${what} has been removed: it can no longer be edited.`);
  if (post.version !== version) throw DomainError.conflict(what, post.version);
}

/** Whether it has been removed by staff or taken back by its author. */
export function isGone({ state }: Pick<PostForChange, 'state'>): boolean {
  return state === 'REMOVED' || state === 'RETRACTED';
}

/** Only authors take back what was written. */
export function requireAuthor(viewer: MemberViewer, { authorId }: Pick<PostForChange, 'authorId'>): void {
  if (authorId !== viewer.memberId) throw DomainError.forbidden('take back what others wrote');
}
