import { join } from 'node:path';
import { Child } from '../../../test/support/child';

const FILE = join(__dirname, '../../../test/support/processes/running-process.ts');
const SECRET = 's'.repeat(32);
const start = (how: string, settings: Record<string, string> = {}): Child =>
  Child.script(FILE, [how], { SECRET, ...settings });

describe('runProcess', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('stops on %s and ends with 0', async (signal) => {
    const child = start('');
    await child.says(/running/);
    child.signal(signal);
    child.signal(signal);
    expect(await child.exit()).toBe(0);
    expect(child.stdout).toBe('starting on 3000\nrunning\nstopped\n');
  });

  it('stops what was started when the signal comes during the start', async () => {
    const child = start('slow');
    await child.says(/starting/);
    child.signal('SIGTERM');
    expect(await child.exit()).toBe(0);
    expect(child.stdout).toMatch(/stopped\n$/);
  });

  it('says in one line what hinders the start, and ends with 1', async () => {
    const child = start('fail');
    expect(await child.exit()).toBe(1);
    expect(child.stderr).toBe('The disk is full: free some room and start again.\n');
  });

  it('names all settings that are wrong before it starts anything', async () => {
    const child = start('', { PORT: 'x', POOL_SIZE: 'y' });
    expect(await child.exit()).toBe(1);
    expect(child.stdout).toBe('');
    expect(child.stderr).toBe(
      'PORT is "x": set it to a whole number from 0 to 65535.\nPOOL_SIZE is "y": set it to a whole number from 1 to 200.\n',
    );
  });

  it('ends with 1 when it cannot stop well', async () => {
    const child = start('stuck');
    await child.says(/running/);
    child.signal('SIGTERM');
    expect(await child.exit()).toBe(1);
    expect(child.stderr).toContain('stuck');
  });
});
