import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { temporaryFolder } from '../../../test/support/temporary-folder';
import { explainStartError } from './explain-start-error';
import { StartFault } from './start-fault';

const caught = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('explainStartError', () => {
  it('says what a StartFault says', () => {
    expect(explainStartError(new StartFault('PORT is wrong.', 'HOST is wrong.'))).toBe(
      'PORT is wrong.\nHOST is wrong.',
    );
  });

  it('explains a port that is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const error = await new Promise((resolve) =>
      createServer().once('error', resolve).listen({ host: '127.0.0.1', port }),
    );
    expect(explainStartError(error)).toBe(
      `Port ${port} is taken: stop the program that uses it, or set PORT to another (0 takes a free one).`,
    );
    holder.close();
  });

  it('explains a host that is not of this machine', async () => {
    const error = await new Promise((resolve) =>
      createServer().once('error', resolve).listen({ host: '203.0.113.7', port: 0 }),
    );
    expect(explainStartError(error)).toBe('HOST 203.0.113.7 is no address of this machine: correct it.');
  });

  it('explains a database where nobody listens, also behind a name with two addresses', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    await new Promise((resolve) => holder.close(resolve));
    for (const host of ['127.0.0.1', 'localhost']) {
      const error = await caught(() => new Client(`postgres://a:b@${host}:${port}/c`).connect());
      expect(explainStartError(error)).toMatch(
        new RegExp(
          `^The database at \\S+:${port} cannot be reached \\(ECONNREFUSED\\): start it, or correct DATABASE_URL\\.$`,
        ),
      );
    }
  });

  it('looks into the errors that libraries wrap', () => {
    const driverError = Object.assign(new Error('password authentication failed'), { code: '28P01' });
    const wrapped = Object.assign(new Error('QueryFailedError'), { driverError });
    const expected = 'The database refuses the role and password of DATABASE_URL (or DATABASE_APP_URL): correct them.';
    expect(explainStartError(wrapped)).toBe(expected);
    expect(explainStartError(new Error('no start', { cause: driverError }))).toBe(expected);
  });

  it.each(['28P01', '28000', '3D000', '42501', '53300', '53100', '57P03', 'ENOSPC', 'EROFS', 'EACCES', 'ENOTFOUND'])(
    'has one line for %s, with something to do',
    (code) => {
      const line = explainStartError(Object.assign(new Error('raw'), { code }));
      expect(line).toMatch(/^[^\n]+: [a-z][^\n]+\.$/);
      expect(line).not.toContain('Error');
    },
  );

  it('names the file that cannot be read', async () => {
    const file = join(temporaryFolder(), 'x');
    const missing = await caught(() => readFileSync(file));
    const denied = Object.assign(missing as Error, { code: 'EACCES' });
    expect(explainStartError(denied)).toContain(file);
  });

  it('keeps the stack of what it does not know', () => {
    expect(explainStartError(new Error('surprise'))).toMatch(/^Answerhood could not start: Error: surprise\n\s+at /);
    expect(explainStartError('surprise')).toBe('Answerhood could not start: surprise');
  });
});
