import { closeSync, fstatSync, openSync, readSync, statfsSync } from 'node:fs';
import { StartFault } from '@app/environment';

const SHOWN_BYTES = 8_192;

/** What one start added to the log of PostgreSQL, at most its last 8 KiB. */
export function logSince(file: string, position: number): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const from = Math.max(position, size - SHOWN_BYTES);
    const text = Buffer.alloc(Math.max(0, size - from));
    readSync(handle, text, 0, text.length, from);
    return text.toString('utf8');
  } finally {
    closeSync(handle);
  }
}

export function isPortTaken(output: string): boolean {
  return /could not (bind|create any TCP\/IP sockets)|Address already in use/.test(output);
}

/** Sessions of a server that was killed take a moment to notice, and until then no other may start on their data. */
export function isLeavingStill(output: string): boolean {
  return /pre-existing shared memory block/.test(output);
}

/**
 * One line for what PostgreSQL said when it would not start.
 * @param place where to read on: the log, or the folder it was started on
 */
export function serverFault(output: string, place: string): StartFault {
  if (/No space left on device/.test(output) || (output === '' && isFull(place))) {
    return new StartFault(`The disk that holds ${place} is full: free some room and start again.`);
  }
  if (/could not look up effective user ID/.test(output)) {
    return new StartFault(
      'PostgreSQL runs only as a user that the system knows by name: add this one to /etc/passwd, or set DATABASE_URL to a server of your own.',
    );
  }
  if (/lock file "postmaster.pid" already exists/.test(output)) {
    return new StartFault(
      'Another process runs the database of this data folder: stop it, or set DATA_DIR to another folder.',
    );
  }
  if (/cannot open shared object file|error while loading shared libraries|not found \(required by/.test(output)) {
    return new StartFault(
      `The embedded PostgreSQL does not run on this system (${reason(output)}): set DATABASE_URL to a server of your own.`,
    );
  }
  return new StartFault(
    `The embedded PostgreSQL did not start (${reason(output)}): see ${place}, or set DATA_DIR to another folder.`,
  );
}

/** A log on a full disk stays empty. */
function isFull(place: string): boolean {
  return statfsSync(place).bavail === 0;
}

/** The first complaint of the output, without time and process number. */
function reason(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const complaint =
    lines.find((line) => /FATAL|PANIC|error:|error while/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return complaint
    .replace(/^.*?(\[\d+\] |(FATAL|PANIC|error): )/, '')
    .replace(/^(FATAL|PANIC):\s*/, '')
    .trim();
}
