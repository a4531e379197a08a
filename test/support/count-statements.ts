import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { STATEMENTS_CHANNEL } from '@app/database';

/** What opens, scopes and closes a transaction travels with its statements and is not counted. */
const ENVELOPE = /^\s*(BEGIN|START TRANSACTION|SET LOCAL|COMMIT|ROLLBACK)\b/i;

/** The statements that this process sends to the database while some work is done, one after another. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const listen = (text: unknown): void => {
    if (!ENVELOPE.test(String(text))) sent.push(String(text).replace(/\s+/g, ' ').trim());
  };
  subscribe(STATEMENTS_CHANNEL, listen);
  try {
    await work();
  } finally {
    unsubscribe(STATEMENTS_CHANNEL, listen);
  }
  return sent;
}
