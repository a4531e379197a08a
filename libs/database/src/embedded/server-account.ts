import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartFault } from '@app/environment';

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: { readonly uid?: number; readonly gid?: number };
}

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'];
/** Else access(2), by which initdb looks for its fellow programs, does not see the rights. */
const SEEN = ['--securebits=+no_setuid_fixup'];
const DAC_OVERRIDE = { bit: 1n, name: 'dac_override' };
/** To set {@link SEEN}. */
const SETPCAP = { bit: 8n, name: 'setpcap' };
const DAC_READ_SEARCH = { bit: 2n, name: 'dac_read_search' };

/**
 * The system account that PostgreSQL runs as. It refuses to run as root, so root hands it to the owner of an
 * existing data folder, else to `postgres` (made when missing), else to `nobody`; everyone else runs it themselves.
 */
export class ServerAccount {
  private constructor(readonly ids: Ids | null) {}

  /** @param dataFolder the server's folder, which need not exist yet */
  static choose(dataFolder: string): ServerAccount {
    if (process.getuid?.() !== 0) return new ServerAccount(null);
    if (existsSync(join(dataFolder, 'PG_VERSION'))) {
      const { uid, gid } = statSync(dataFolder);
      if (uid !== 0) return new ServerAccount({ uid, gid });
      throw new StartFault(
        `PostgreSQL does not run as root and its folder ${dataFolder} belongs to root: give it away with "chown -R postgres ${dataFolder}".`,
      );
    }
    const ids = idsOf('postgres') ?? created('postgres') ?? idsOf('nobody');
    if (!ids) {
      throw new StartFault('PostgreSQL does not run as root: start as another user, or create the user "postgres".');
    }
    return new ServerAccount(ids);
  }

  /**
   * How to run a program as this account. Where a folder on the way (such as /root) is closed to the account,
   * the program keeps root's right to pass through, and nothing else of root's.
   * @param paths everything that the program must reach besides itself
   */
  command(program: string, args: readonly string[], paths: readonly string[]): Command {
    if (!this.ids) return { file: program, args, options: {} };
    const closed = [program, ...paths].map((path) => this.closedFolder(path)).find(Boolean);
    const executable = this.mayExecute(program);
    if (!closed && executable) return { file: program, args, options: this.ids };
    const setpriv = SETPRIV.find((file) => existsSync(file));
    const capability = [...(executable ? [DAC_READ_SEARCH] : []), DAC_OVERRIDE].find(isHeld)?.name;
    if (!setpriv || !capability || !isHeld(SETPCAP)) {
      throw new StartFault(
        `PostgreSQL does not run as root, and the account it runs as cannot reach ${closed ?? program}: move the project out of it, or start as another user.`,
      );
    }
    const { uid, gid } = this.ids;
    const rights = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
    return {
      file: setpriv,
      args: [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...rights, ...SEEN, '--', program, ...args],
      options: {},
    };
  }

  private closedFolder(path: string): string | undefined {
    const folders: string[] = [];
    for (let folder = dirname(path); !folders.includes(folder); folder = dirname(folder)) folders.push(folder);
    return folders.reverse().find((folder) => existsSync(folder) && !this.mayExecute(folder));
  }

  private mayExecute(path: string): boolean {
    const { mode, uid, gid } = statSync(path);
    if (uid === this.ids?.uid) return (mode & 0o100) !== 0;
    if (gid === this.ids?.gid) return (mode & 0o010) !== 0;
    return (mode & 0o001) !== 0;
  }
}

function idsOf(name: string): Ids | null {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function created(name: string): Ids | null {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', name], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return idsOf(name);
}

/** Containers often run root without some of its rights. */
function isHeld(capability: { bit: bigint }): boolean {
  if (process.platform !== 'linux') return false;
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return effective !== undefined && (BigInt(`0x${effective}`) & (1n << capability.bit)) !== 0n;
}
