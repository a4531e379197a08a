import type { LikeThread, RoutedQuestion, RoutedReply } from '../routed-question.ts';

/** What a community went through, as far as routing looks at it; both in order of time. */
export interface RoutingPast {
  readonly questions: readonly Omit<RoutedQuestion, 'like'>[];
  /** By others than the askers too. */
  readonly replies: readonly RoutedReply[];
}

/** Tells earlier threads that are like a question, as it was known when it was asked. Questions come in order of time. */
export interface LikeSource {
  likeAt(question: Omit<RoutedQuestion, 'like'>): readonly LikeThread[];
}

/** When somebody answered a question: by topic and member, in milliseconds since 1970. */
export type PickUps = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Who answered what for the first time when, up to a moment. */
export function pickUpsOf({ questions, replies }: RoutingPast, before = Infinity): PickUps {
  const askers = new Map(questions.map(({ topicId, askerId }) => [topicId, askerId]));
  const pickUps = new Map<string, Map<string, number>>();
  for (const { topicId, memberId, at } of replies) {
    if (at >= before || !askers.has(topicId) || askers.get(topicId) === memberId) continue;
    const known = pickUps.get(topicId);
    if (!known) pickUps.set(topicId, new Map([[memberId, at]]));
    else if (!known.has(memberId)) known.set(memberId, at);
  }
  return pickUps;
}
