import { setTimeout as pause } from 'node:timers/promises';
import { PlainTwin } from './plain-twin';

const MOST_TRIES = 10;

/** What the API answered. */
export interface Answered<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string } & Record<string, unknown>;
  }[];
}

/** Somebody who speaks to the API: by a token, or as a stranger. */
export class TestUser {
  constructor(
    private readonly url: string,
    readonly token: string | null,
    /** The global id of their member, where they are one. */
    readonly memberId: string = '',
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The whole answer, errors included. */
  async send<Data = Record<string, never>>(query: string, variables: object = {}): Promise<Answered<Data>> {
    const post = async (url: string, headers: Record<string, string> = {}): Promise<Answered<Data>> => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
          ...this.headers,
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as Omit<Answered<Data>, 'status'>) };
    };
    const answered = await post(this.url);
    await PlainTwin.compare(this.url, query, answered, post);
    return answered;
  }

  /** The data of an answer without errors; throws where there are any. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.insist<Data>(query, variables);
    if (errors) throw new Error(errors.map(({ message, extensions }) => `${extensions?.code}: ${message}`).join('\n'));
    return data;
  }

  /** The code of the first error; `OK` where there is none. */
  async codeOf(query: string, variables: object = {}): Promise<string> {
    const { errors } = await this.insist(query, variables);
    return errors ? (errors[0]?.extensions?.code ?? 'NO CODE') : 'OK';
  }

  /** Asks again while the house is too busy, as it tells its clients to: fifty at once are many for a small machine. */
  private async insist<Data>(query: string, variables: object): Promise<Answered<Data>> {
    for (let tries = 1; ; tries++) {
      const answered = await this.send<Data>(query, variables);
      if (answered.errors?.[0]?.extensions?.code !== 'UNAVAILABLE' || tries === MOST_TRIES) return answered;
      await pause(100 * tries);
    }
  }
}
