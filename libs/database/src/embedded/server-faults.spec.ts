import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { isLeavingStill, isPortTaken, logSince, serverFault } from './server-faults';

const TIME = '2026-01-02 03:04:05.678 UTC [4711] ';
const folder = temporaryFolder();

describe('serverFault', () => {
  it.each([
    [
      'FATAL:  could not write lock file "postmaster.pid": No space left on device',
      /^The disk that holds \S+ is full: /,
    ],
    ['FATAL:  lock file "postmaster.pid" already exists', /^Another process runs the database of this data folder: /],
    [
      'initdb: error: could not look up effective user ID 1234: user does not exist',
      /^PostgreSQL runs only as a user /,
    ],
    [
      'postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file',
      /^The embedded PostgreSQL does not run on this system \(.*libicuuc/,
    ],
    [
      'FATAL:  could not open directory "pg_notify": No such file or directory',
      /^The embedded PostgreSQL did not start \(could not open directory "pg_notify": No such file or directory\): see /,
    ],
  ])('has one line for %s', (output, line) => {
    const { message } = serverFault(`${TIME}LOG:  starting PostgreSQL\n${TIME}${output}\n${TIME}LOG:  bye\n`, folder);
    expect(message).toMatch(line);
    expect(message).toMatch(/^[^\n]+\.$/);
    expect(message).not.toContain(TIME);
  });

  it('has one for a server that said nothing', () => {
    expect(serverFault('', folder).message).toMatch(/\(it said nothing\)/);
  });
});

describe('what PostgreSQL said', () => {
  it('tells a taken port, and a killed server that has not left yet', () => {
    const taken = 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use';
    const leaving = 'FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use';
    expect([isPortTaken(taken), isPortTaken(leaving)]).toEqual([true, false]);
    expect([isLeavingStill(taken), isLeavingStill(leaving)]).toEqual([false, true]);
  });

  it('is read from where this start began, and never more than its end', () => {
    const file = join(folder, 'log');
    writeFileSync(file, `before${'x'.repeat(20_000)}end`);
    expect(logSince(file, 20_006)).toBe('end');
    expect(logSince(file, 0)).toHaveLength(8_192);
    expect(logSince(file, 20_009)).toBe('');
  });
});
