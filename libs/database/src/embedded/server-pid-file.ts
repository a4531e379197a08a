import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What PostgreSQL itself writes down about the server that runs on a data folder. */
export interface ServerPidFile {
  readonly pid: number;
  readonly port: number;
  /** It has come up and takes connections. */
  readonly ready: boolean;
  /** false when the process of this number is a stranger: the server is long gone and its number was given anew. */
  readonly isServer: boolean;
}

/** @returns null where no process has the number that the file names, or there is no file */
export function readPidFile(dataFolder: string): ServerPidFile | null {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    process.kill(pid, 0);
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready', isServer: isPostgres(pid) };
  } catch {
    return null;
  }
}

/** A process that has ended and that nobody has noticed yet (a zombie) has no command any more. */
function isPostgres(pid: number): boolean {
  if (process.platform === 'win32') return true;
  const command =
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]
      : execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).trim();
  return basename(command ?? '') === 'postgres';
}
