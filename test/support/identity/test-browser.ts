import type { Answered } from '../test-user';

/** A browser on a page of some origin: it keeps the cookies it is given, and sends them along. */
export class TestBrowser {
  /** As the last answer set it, attributes and all; null where it set none. */
  lastSetCookie: string | null = null;

  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
    private cookie = '',
  ) {}

  async send<Data = Record<string, never>>(query: string, variables: object = {}): Promise<Answered<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers, ...(this.cookie ? { cookie: this.cookie } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    this.lastSetCookie = response.headers.get('set-cookie');
    if (this.lastSetCookie) this.cookie = this.lastSetCookie.split(';', 1)[0] ?? '';
    return { status: response.status, ...((await response.json()) as Omit<Answered<Data>, 'status'>) };
  }

  /** The same browser with a page of another origin that makes it send requests. */
  elsewhere(headers: Record<string, string>): TestBrowser {
    return new TestBrowser(this.url, headers, this.cookie);
  }
}
