import { randomUUID } from 'node:crypto';
import type { TestCommunity } from './founder';
import type { TestUser } from './test-user';

/** Starts topics and answers them over the API, where a test is about what comes after. */
export class Conversation {
  constructor(private readonly community: TestCommunity) {}

  /** The global id of a new topic. */
  async ask(author: TestUser, more: object = {}): Promise<string> {
    const { ask } = await author.ask<{ ask: { id: string } }>(
      'mutation ($input: AskInput!) { ask(input: $input) { id } }',
      {
        input: {
          communityId: this.community.id,
          idempotencyKey: randomUUID(),
          title: 'How do I reset it?',
          body: 'It blinks red.',
          ...more,
        },
      },
    );
    return ask.id;
  }

  /** The global id of a new answer. */
  async answer(author: TestUser, topicId: string, body = 'Hold the button.'): Promise<string> {
    const { answer } = await author.ask<{ answer: { id: string } }>(
      'mutation ($input: AnswerInput!) { answer(input: $input) { id } }',
      { input: { topicId, idempotencyKey: randomUUID(), body } },
    );
    return answer.id;
  }
}
