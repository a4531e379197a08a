import { may } from '../access/may';
import type { Viewer } from '../viewer/viewer';
import type { Answer } from './answer.entity';

/**
 * Authors edit what they wrote, and people who may curate what others wrote. While an answer is official it is the
 * company's word, and only those who speak for the company change it, whoever wrote it.
 */
export function mayEditAnswer(viewer: Viewer, answer: Pick<Answer, 'authorId' | 'official'>): boolean {
  if (answer.official) return may(viewer, 'speakForCompany');
  return (may(viewer, 'participate') && viewer.memberId === answer.authorId) || may(viewer, 'curate');
}
