import { PlainTwin, type Send } from './support/plain-twin';
import { TestApp } from './support/test-app';

describe('the comparison of compiled and plain execution', () => {
  let house: TestApp;
  let sent: string[];

  beforeAll(async () => {
    house = await TestApp.start();
  });
  beforeEach(() => {
    sent = [];
  });
  afterAll(() => house.stop());

  /** Answers with this data at the test's own API, and with other data at its twin. */
  const answering =
    (own: unknown, twins: unknown): Send =>
    async (url) => {
      sent.push(url);
      return { status: 200, data: url === house.url ? own : twins };
    };
  const compare = (query: string, send: Send): Promise<void> =>
    PlainTwin.compare(house.url, query, { status: 200, data: { a: 1 } }, send);

  it('asks both, twice where compiled code answers only from the second time on', async () => {
    await compare('{ __typename }', answering({ a: 1 }, { a: 1 }));
    expect(sent.filter((url) => url === house.url)).toHaveLength(1);
    expect(sent).toHaveLength(2);
    await compare('{ __typename }', answering({ a: 1 }, { a: 1 }));
    expect(sent).toHaveLength(3);
  });

  it.each([
    ['other data', { a: 1 }, { a: 2 }],
    ['another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['nothing', { a: 1 }, null],
  ])('fails a test whose query is answered with %s', async (what, own, twins) => {
    await expect(compare(`{ __typename } # ${what}`, answering(own, twins))).rejects.toThrow('differ');
  });

  it('leaves mutations alone, and documents that are none', async () => {
    await compare('mutation { logOut }', answering(1, 2));
    await compare('{ oh', answering(1, 2));
    await PlainTwin.without(() => compare('{ __typename }', answering(1, 2)));
    expect(sent).toEqual([]);
  });
});
