import { AnswerWritingService, TopicMergingService, TopicUnmergingService } from '@app/community';
import { DomainError } from '@app/kernel';
import * as fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { MergeWorld, TopicSeed } from './merge-world';
import type { TestApp } from './test-app';

/** How many topics a random world has. */
export const TOPICS = 6;
/** How many members a random world has. */
export const MEMBERS = 8;

const topic = fc.nat(TOPICS - 1);
const member = fc.nat(MEMBERS - 1);

/** What the topics of a random world start with. */
export const seeds: fc.Arbitrary<TopicSeed[]> = fc.array(
  fc.record({
    meToos: fc.array(member, { maxLength: 5 }),
    followers: fc.array(member, { maxLength: 5 }),
    base: fc.nat(3),
    complete: fc.boolean(),
    answers: fc.array(fc.record({ author: member, solved: fc.boolean(), starred: fc.boolean() }), { maxLength: 3 }),
    official: fc.nat(3),
    remarks: fc.array(fc.record({ author: member, answer: fc.nat(3) }), { maxLength: 3 }),
  }),
  { minLength: TOPICS, maxLength: TOPICS },
);

/** Something that is done in a random world. */
export type Step =
  | { readonly does: 'merge'; readonly topic: number; readonly into: number }
  | { readonly does: 'unmerge'; readonly topic: number }
  | { readonly does: 'answer' | 'meToo' | 'takeBack'; readonly topic: number; readonly member: number };

/** Merges and their undoing. */
export const merging: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('merge' as const), topic, into: topic }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('unmerge' as const), topic }) },
);
/** The same, and what people do meanwhile. */
export const living: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: merging },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('answer' as const, 'meToo' as const, 'takeBack' as const),
      topic,
      member,
    }),
  },
);

/** Refusals are fine here; that they leave everything as it was shows in the rows. */
async function tried(change: Promise<unknown>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** Does a step in a world, where it is not refused. */
export async function take(house: TestApp, world: MergeWorld, step: Step): Promise<void> {
  const topicId = world.topics[step.topic] ?? '';
  if (step.does === 'merge') {
    const intoId = world.topics[step.into] ?? '';
    await tried(house.app.get(TopicMergingService).merge(world.staff, { topicId, intoId }));
  } else if (step.does === 'unmerge') {
    await tried(house.app.get(TopicUnmergingService).unmerge(world.staff, topicId));
  } else if (step.does === 'answer') {
    const viewer = await world.viewer(step.member);
    await tried(
      house.app.get(AnswerWritingService).answer(viewer, { topicId, body: topicId, idempotencyKey: randomUUID() }),
    );
  } else {
    await world.changeMeToo(topicId, step.member, step.does);
  }
}
