import { may } from '../access/may';
import type { Viewer } from '../viewer/viewer';
import type { Topic } from './topic.entity';

/** Authors edit what they wrote, and people who may curate what others wrote. */
export function mayEditTopic(viewer: Viewer, topic: Pick<Topic, 'authorId'>): boolean {
  return (may(viewer, 'participate') && viewer.memberId === topic.authorId) || may(viewer, 'curate');
}
