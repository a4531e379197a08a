import { channel } from 'node:diagnostics_channel';
import { Client, type ClientConfig } from 'pg';

/** Every statement sent to the database is published here as its text; tests count them. */
export const STATEMENTS_CHANNEL = 'answerhood:statements';

const statements = channel(STATEMENTS_CHANNEL);

/** Tells who listens that a statement is sent. */
export function publishStatement(text: string): void {
  if (statements.hasSubscribers) statements.publish(text);
}

type Query = (...args: unknown[]) => unknown;

/**
 * A client that sends each statement by the extended protocol, so that a second statement smuggled into a
 * text is refused by the server, and that sends without waiting for the answers before (`pipeline`).
 */
export class GuardedClient extends Client {
  constructor(config?: string | ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), pipeline: true } as ClientConfig);
    // A lost connection fails the statements that wait for it, whose senders are told; without a listener it would end
    // the process as well, for the pool only listens to the clients that nobody uses.
    this.on('error', () => undefined);
    const send = this.query.bind(this) as Query;
    this.query = ((first: unknown, ...rest: unknown[]) => {
      if (typeof first === 'string') {
        publishStatement(first);
        const values = Array.isArray(rest[0]) ? { values: rest.shift() } : {};
        return send({ text: first, queryMode: 'extended', ...values }, ...rest);
      }
      if (isConfig(first)) {
        publishStatement(first.text);
        return send({ ...first, queryMode: 'extended' }, ...rest);
      }
      return send(first, ...rest);
    }) as typeof this.query;
  }
}

function isConfig(value: unknown): value is { text: string } {
  return typeof value === 'object' && value !== null && !('submit' in value) && 'text' in value;
}
