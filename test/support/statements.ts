import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { STATEMENTS_CHANNEL } from '@app/database';
import { PlainTwin } from './plain-twin';

/** What opens, scopes and ends transactions is not counted: it travels with the statements it is about. */
const FRAME = /^(BEGIN|START TRANSACTION|SET LOCAL|COMMIT|ROLLBACK)/i;

/** The texts of the statements that this process sends to its database while something is done. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const listen = (text: unknown): void => {
    if (typeof text === 'string' && !FRAME.test(text)) sent.push(text);
  };
  subscribe(STATEMENTS_CHANNEL, listen);
  try {
    await PlainTwin.without(work);
  } finally {
    unsubscribe(STATEMENTS_CHANNEL, listen);
  }
  return sent;
}
