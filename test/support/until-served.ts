import { setTimeout as pause } from 'node:timers/promises';
import type { Answered, TestUser } from './test-user';

/** What a client does whom a busy server asks to try again: a crowd on a slow machine may be more than it takes at once. */
export async function untilServed<Data = Record<string, never>>(
  user: TestUser,
  query: string,
  variables: object,
): Promise<Answered<Data>> {
  for (;;) {
    const answered = await user.send<Data>(query, variables);
    if (answered.errors?.[0]?.extensions.code !== 'UNAVAILABLE') return answered;
    await pause(50);
  }
}
