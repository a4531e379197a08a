import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FILE = pathToFileURL(join(__dirname, 'keep-heap-small.ts')).href;

/** The most that a process takes, in bytes, through which many texts pass, a few of which are held for a while. */
function heapOf(flags: string[], first: string): number {
  const script = `${first}
    const held = [];
    let most = 0;
    for (let i = 0; i < 12_000; i++) {
      held[i % 1_000] = Array.from({ length: 1_000 }, (_, n) => n / 3);
      if (i % 100 === 0) most = Math.max(most, process.memoryUsage().heapTotal);
    }
    process.stdout.write(String(most));`;
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', ...flags, '--input-type=module', '-e', script];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

describe('keepHeapSmall', () => {
  it('has the heap stay near what is held, instead of growing to several times as much', () => {
    const usual = heapOf([], '');
    const small = heapOf(
      ['--max-semi-space-size=16'],
      `import { keepHeapSmall } from ${JSON.stringify(FILE)}; keepHeapSmall();`,
    );
    expect(small).toBeLessThan(usual * 0.75);
  });
});
