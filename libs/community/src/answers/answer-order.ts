import { Keyset } from '@app/database';
import { listKey } from '@app/kernel';
import type { AnswerRow } from './answer-row';

/** The order of a topic's answers: official, then solved, then by trusted stars, then by age. */
export function answerKeyset(topicId: string): Keyset<AnswerRow> {
  return new Keyset<AnswerRow>(
    () => listKey('answers', topicId),
    [
      { expression: '(NOT a.official)', type: 'boolean', value: (answer) => !answer.official },
      { expression: '(NOT a.solved)', type: 'boolean', value: (answer) => !answer.solved },
      { expression: '(-a.trusted_star_count)', type: 'integer', value: (answer) => -answer.trustedStarCount },
      { expression: 'a.created_at', type: 'timestamptz', value: (answer) => answer.createdAt },
      { expression: 'a.id', type: 'uuid', value: (answer) => answer.id },
    ],
    false,
  );
}
