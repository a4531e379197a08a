import type { TopicKind } from '@app/community';

const TYPE_NAMES = {
  QUESTION: 'Question',
  PROBLEM: 'Problem',
  IDEA: 'Idea',
  PRAISE: 'Praise',
  UPDATE: 'Update',
} as const satisfies Record<TopicKind, string>;

/** The name that the schema gives to topics of this kind. */
export function topicTypeName({ kind }: { readonly kind: TopicKind }): string {
  return TYPE_NAMES[kind];
}
