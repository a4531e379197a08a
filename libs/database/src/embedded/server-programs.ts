import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import type { PostgresBinaries } from './postgres-binaries';
import type { ServerAccount } from './server-account';
import type { ServerFolder } from './server-folder';
import { readPidFile } from './server-pid-file';

/** A server that was just started, before it is known to answer. */
export interface Launched {
  readonly child: ChildProcess;
  /** Settles when the process ends, or could not be started at all; then with the reason. */
  readonly ended: Promise<string>;
  /** How long the log was before this start. */
  readonly logPosition: number;
}

interface Result {
  readonly status: number | null;
  readonly output: string;
}

/** Runs the programs of PostgreSQL, as the account and with the environment they need. */
export class ServerPrograms {
  constructor(
    private readonly binaries: PostgresBinaries,
    private readonly account: ServerAccount,
  ) {}

  get ids(): ServerAccount['ids'] {
    return this.account.ids;
  }

  /**
   * Sorting is by code point and case by Unicode (`C.UTF-8` of PostgreSQL itself), so that it is the same on every
   * machine. The character classes of the operating system are only for extensions: pg_trgm sees no letters but
   * ASCII where they are those of `C`, so the first UTF-8 locale that the system knows is taken.
   */
  async initdb(dataFolder: string, passwordFile: string, sync: boolean): Promise<Result> {
    let result: Result = { status: null, output: '' };
    for (const characters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
      result = await this.run(this.binaries.initdb, dataFolder, [
        `--pgdata=${dataFolder}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${characters}`,
        '--data-checksums',
        ...(sync ? [] : ['--no-sync']),
      ]);
      if (!/invalid locale name/.test(result.output)) break;
    }
    return result;
  }

  /**
   * Starts the server without waiting for it. It is a session of its own: Ctrl-C in the terminal must not reach it
   * before the application has let go of it.
   */
  launch(folder: ServerFolder, settings: Readonly<Record<string, string>>): Launched {
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const { file, args, options } = this.account.command(
      this.binaries.postgres,
      ['-D', folder.data, ...flags],
      [folder.data],
    );
    const log = openSync(folder.log, 'a', 0o600);
    try {
      const env = { ...bareEnvironment(), ...strangerOf(folder.data) };
      const child = spawn(file, args, {
        ...options,
        windowsHide: true,
        cwd: folder.data,
        env,
        detached: true,
        stdio: ['ignore', log, log],
      });
      child.unref();
      const ended = new Promise<string>((resolve) => {
        child.once('exit', () => resolve(''));
        child.once('error', (error) => resolve(error.message));
      });
      return { child, ended, logPosition: fstatSync(log).size };
    } finally {
      closeSync(log);
    }
  }

  /** Ends all sessions, writes a checkpoint, and returns when the server is gone; one that is not there is no fault. */
  async stop(dataFolder: string): Promise<Result> {
    return this.run(this.binaries.pgCtl, dataFolder, ['stop', '-D', dataFolder, '-m', 'fast', '-w', '-t', '60']);
  }

  private run(program: string, folder: string, programArgs: readonly string[]): Promise<Result> {
    const { file, args, options } = this.account.command(program, programArgs, [folder]);
    const child = spawn(file, args, {
      ...options,
      cwd: folder,
      env: bareEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.on('data', (part: Buffer) => output.push(part));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) => resolve({ status, output: Buffer.concat(output).toString('utf8') }));
    });
  }
}

/** Neither our secrets nor somebody's PGOPTIONS are the server's business. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  return { PATH, SystemRoot, TEMP, TMPDIR, LANG: 'C', LC_ALL: 'C' };
}

/**
 * PostgreSQL takes any living process of the number in its pid file for a server. Where that one is a stranger,
 * this names it as a relative, which PostgreSQL passes over; all its other checks stay.
 */
function strangerOf(dataFolder: string): NodeJS.ProcessEnv {
  const found = readPidFile(dataFolder);
  return found && !found.isServer ? { PG_GRANDPARENT_PID: String(found.pid) } : {};
}
