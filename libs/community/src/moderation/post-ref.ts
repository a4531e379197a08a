import { DomainError, type NodeRef } from '@app/kernel';

/** A post by its key: exactly one of the three is given. */
export interface PostRef {
  readonly topicId?: string;
  readonly answerId?: string;
  readonly commentId?: string;
}

/** The post that a global id names; NOT_FOUND for an id of anything else. */
export function postRefOf({ thing, id }: NodeRef): PostRef {
  if (thing === 'Topic') return { topicId: id };
  if (thing === 'Answer') return { answerId: id };
  if (thing === 'Comment') return { commentId: id };
  throw DomainError.notFound('post');
}
