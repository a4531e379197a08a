import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { ServerAccount } from './server-account';

const describeAsRoot = process.getuid?.() === 0 && process.platform === 'linux' ? describe : describe.skip;
const PROGRAM = `#!/bin/sh
[ -x "$0" ] && [ -r "$0" ] || exit 3
id -u
sed -n 's/CapEff:[^0-9a-f]*//p' /proc/self/status
cat "$1" 2>&1
`;

/** What a program in this folder says when it is run as the account: who it is, its rights, and a file of mode 600. */
function runIn(folder: string): { uid: number; rights: bigint; text: string } {
  const [program, secret] = [join(folder, 'program'), join(folder, 'secret')];
  writeFileSync(program, PROGRAM);
  chmodSync(program, 0o755);
  writeFileSync(secret, 'told', { mode: 0o600 });
  const { file, args, options } = ServerAccount.choose(join(folder, 'data')).command(program, [secret], []);
  const { stdout } = spawnSync(file, args, { ...options, encoding: 'utf8' });
  const [uid = '', rights = '', text = ''] = stdout.split('\n');
  return { uid: Number(uid), rights: BigInt(`0x${rights}`), text };
}

describeAsRoot('ServerAccount, chosen by root', () => {
  it('runs a program as somebody else without any right of root', () => {
    const { uid, rights, text } = runIn(temporaryFolder());
    expect(uid).not.toBe(0);
    expect(rights).toBe(0n);
    expect(text).toMatch(/Permission denied/);
  });

  it('lets it pass through a folder that only root can enter, with one right of root and no other', () => {
    const closed = temporaryFolder();
    chmodSync(closed, 0o700);
    const { uid, rights } = runIn(closed);
    expect(uid).not.toBe(0);
    expect([1n << 1n, 1n << 2n]).toContain(rights);
  });
});
