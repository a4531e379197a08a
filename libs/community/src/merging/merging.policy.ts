import { DomainError } from '@app/kernel';
import { requirePresent } from '../topics/topic-for-change';
import type { Topic } from '../topics/topic.entity';

function impossible(sentence: string): DomainError {
  return new DomainError('MERGE_IMPOSSIBLE', sentence);
}

/**
 * Refuses to merge a topic into itself or in a circle, what is gone or merged already, and what not everybody sees:
 * a merge must show nobody what they could not see before, and hide nothing from those who could.
 */
export function requireMergeable(source: Topic, target: Topic): void {
  if (source.id === target.id) {
    throw impossible('A topic cannot be merged into itself, or into what was merged into it: name another target.');
  }
  for (const topic of [source, target]) {
    requirePresent(topic);
    if (topic.visibility === 'PRIVATE') {
      throw impossible('A private topic cannot be merged: make both public first.');
    }
    if (topic.state !== 'VISIBLE') {
      throw impossible('A topic that is held or hidden cannot be merged: approve it first.');
    }
  }
}
