import { setTimeout as pause } from 'node:timers/promises';
import { print } from 'graphql';
import type { TadaDocumentNode } from 'gql.tada';

const TRIES = 6;
/** What passes by itself: the same call, with its idempotency key, may be sent again. */
const PASSING = new Set(['RATE_LIMITED', 'UNAVAILABLE', 'TIMEOUT', 'INTERNAL_SERVER_ERROR']);

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly retryAfterSeconds?: number };
  }[];
}

/** Speaks to the API with one key, in the names of many members. */
export class Client {
  calls = 0;
  private readonly texts = new WeakMap<object, string>();

  private readonly url: string;
  private readonly key: string;

  constructor(url: string, key: string) {
    this.url = url;
    this.key = key;
  }

  /** Sends a document, as a member where one is named; tries again what may pass. */
  async send<Result, Variables>(
    document: TadaDocumentNode<Result, Variables>,
    variables: Variables,
    actAs?: string,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      const { data, errors } = await this.once(document, variables, actAs);
      const [error] = errors ?? [];
      if (!error && data) return data;
      const code = error?.extensions?.code ?? 'NO_ANSWER';
      if (attempt === TRIES || !PASSING.has(code))
        throw new Error(`${code}: ${error?.message} ${JSON.stringify(variables).slice(0, 300)}`);
      await pause((error?.extensions?.retryAfterSeconds ?? 2 ** attempt / 10) * 1000);
    }
  }

  private async once<Result, Variables>(
    document: TadaDocumentNode<Result, Variables>,
    variables: Variables,
    actAs?: string,
  ): Promise<Answer<Result>> {
    this.calls++;
    try {
      const response = await fetch(`${this.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${this.key}`,
          ...(actAs ? { 'x-act-as': actAs } : {}),
        },
        body: JSON.stringify({ query: this.textOf(document), variables }),
      });
      return (await response.json()) as Answer<Result>;
    } catch (error) {
      return { errors: [{ message: String(error), extensions: { code: 'UNAVAILABLE' } }] };
    }
  }

  private textOf(document: TadaDocumentNode<unknown, never> | object): string {
    let text = this.texts.get(document);
    if (!text) {
      text = print(document as Parameters<typeof print>[0]);
      this.texts.set(document, text);
    }
    return text;
  }
}
