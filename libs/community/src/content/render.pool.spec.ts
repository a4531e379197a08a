import { CONTENT_LIMITS } from './content.limits';
import { RenderPool, type RenderQuestion } from './render.pool';

const asked = (source: string): RenderQuestion => ({ source, limits: CONTENT_LIMITS });

/** Sources at the length limit that make a naive parser slow. */
const HOSTILE: Readonly<Record<string, string>> = {
  'open brackets': '['.repeat(20_000),
  'open images': '!['.repeat(10_000),
  'nested links': '[a]('.repeat(5_000),
  stars: '*a **a '.repeat(2_800),
  'closing stars': 'a**a*'.repeat(4_000),
  backticks: Array.from({ length: 190 }, (_, i) => '`'.repeat(i + 1)).join(' '),
  'bare addresses': 'http://'.repeat(2_800),
  autolinks: '<https://a'.repeat(2_000),
  'wide table': `${'|a'.repeat(5_000)}\n${'|-'.repeat(5_000)}`,
  'empty table cells': `${'|a'.repeat(60)}\n${'|-'.repeat(60)}\n${'|\n'.repeat(9_800)}`,
  quotes: '>'.repeat(20_000),
  lists: '- '.repeat(10_000),
  references: `${'[a]: b\n'.repeat(1_400)}${'[a]'.repeat(3_000)}`,
  entities: '&#x202E;'.repeat(2_500),
  escapes: '\\'.repeat(20_000),
  'angle brackets': '<'.repeat(20_000),
  'unclosed comments': '<!--'.repeat(5_000),
  mentions: '@abc'.repeat(5_000),
  'combining marks': `a${'\u0301'.repeat(19_999)}`,
};

describe('RenderPool', () => {
  const pools: RenderPool[] = [];
  const poolOf = (milliseconds: number): RenderPool => {
    const pool = new RenderPool({ threads: 1, waiting: 1, milliseconds });
    pools.push(pool);
    return pool;
  };
  afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

  it.each(Object.entries(HOSTILE))('ends with an outcome or in time: %s', async (_name, source) => {
    const outcome = await poolOf(250).ask(asked(source));
    expect(outcome === null || 'html' in outcome || 'fault' in outcome).toBe(true);
  });

  it('ends a thread that takes too long, and goes on with another', async () => {
    const pool = poolOf(0);
    expect(await pool.ask(asked(HOSTILE['open brackets'] ?? ''))).toBeNull();
    expect(await pool.ask(asked(HOSTILE['open brackets'] ?? ''))).toBeNull();
  });

  it('lets some wait for a thread, and no more', async () => {
    const pool = poolOf(20_000);
    const [first, second, third] = await Promise.allSettled([
      pool.ask(asked('a')),
      pool.ask(asked('b')),
      pool.ask(asked('c')),
    ]);
    expect(first).toMatchObject({ value: { html: '<p>a</p>\n' } });
    expect(second).toMatchObject({ value: { html: '<p>b</p>\n' } });
    expect(third).toMatchObject({ reason: { code: 'UNAVAILABLE' } });
    expect(await pool.ask(asked('d'))).toEqual({ html: '<p>d</p>\n' });
  });

  it('refuses what still runs or waits when it is closed', async () => {
    const pool = poolOf(20_000);
    const running = [pool.ask(asked('a')), pool.ask(asked('b'))].map((promise) =>
      promise.catch((error: unknown) => error),
    );
    await pool.close();
    const unavailable = { code: 'UNAVAILABLE' };
    expect(await Promise.all(running)).toMatchObject([unavailable, unavailable]);
    await expect(pool.ask(asked('c'))).rejects.toMatchObject(unavailable);
  });
});
