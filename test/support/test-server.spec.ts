import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { probePort } from '@app/environment';
import { Child } from './child';
import { temporaryFolder } from './temporary-folder';

describe('TestServer', () => {
  it('leaves neither server nor folder behind when the test run is killed', async () => {
    const TMPDIR = temporaryFolder();
    const run = Child.script(join(__dirname, 'processes/test-server-process.ts'), [], { TMPDIR });
    const [port] = await run.says(/\d+/);
    expect(readdirSync(TMPDIR)).toHaveLength(1);
    await expect(probePort('127.0.0.1', Number(port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
    run.signal('SIGKILL');
    while (readdirSync(TMPDIR).length > 0) await sleep(50);
    expect(await probePort('127.0.0.1', Number(port))).toBe(Number(port));
  });
});
