import { may } from '../access/may';
import type { Viewer } from '../viewer/viewer';
import type { Comment } from './comment.entity';

/** Authors edit what they wrote, and people who may curate what others wrote. */
export function mayEditComment(viewer: Viewer, comment: Pick<Comment, 'authorId'>): boolean {
  return (may(viewer, 'participate') && viewer.memberId === comment.authorId) || may(viewer, 'curate');
}
