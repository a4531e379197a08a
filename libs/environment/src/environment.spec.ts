import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../test/support/temporary-folder';
import { Environment } from './environment';
import { SETTINGS } from './settings';
import { StartFault } from './start-fault';

const SECRET = 's'.repeat(32);

function faults(variables: Record<string, string>): string[] {
  try {
    Environment.from({ SECRET, ...variables });
  } catch (error) {
    expect(error).toBeInstanceOf(StartFault);
    return (error as StartFault).message.split('\n');
  }
  return [];
}

describe('Environment', () => {
  it('needs no setting at all', () => {
    const DATA_DIR = temporaryFolder();
    const environment = Environment.from({ DATA_DIR });
    expect(environment).toMatchObject({
      nodeEnv: 'development',
      production: false,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      databaseUrl: null,
      databaseAppUrl: null,
      poolSize: 10,
      dataDir: DATA_DIR,
      outboxDir: join(DATA_DIR, 'outbox'),
      smtpUrl: null,
      mailFrom: 'Answerhood <no-reply@localhost>',
      meiliHost: null,
      meiliApiKey: null,
      trustedProxies: 0,
      logLevels: ['fatal', 'error', 'warn', 'log'],
      loadDemo: true,
    });
  });

  it('reads every setting', () => {
    const environment = Environment.from({
      NODE_ENV: 'production',
      HOST: '::1',
      PORT: '0',
      PUBLIC_URL: 'https://ask.example.com/community/',
      DATABASE_URL: 'postgres://owner:p%40ss@db:5433/answerhood',
      DATABASE_APP_URL: 'postgresql://app:p@db/answerhood',
      POOL_SIZE: '20',
      DATA_DIR: 'somewhere',
      SECRET,
      SMTP_URL: 'smtps://user:password@mail.example.com',
      MAIL_FROM: 'Ask us <ask@example.com>',
      MEILI_HOST: 'http://search:7700',
      MEILI_API_KEY: 'key',
      TRUSTED_PROXIES: '2',
      LOG_LEVEL: 'error',
      LOAD_DEMO: 'true',
    });
    expect(environment).toMatchObject({
      production: true,
      host: '::1',
      port: 0,
      publicUrl: 'https://ask.example.com/community',
      databaseUrl: 'postgres://owner:p%40ss@db:5433/answerhood',
      databaseAppUrl: 'postgresql://app:p@db/answerhood',
      poolSize: 20,
      dataDir: join(process.cwd(), 'somewhere'),
      secret: SECRET,
      smtpUrl: 'smtps://user:password@mail.example.com',
      mailFrom: 'Ask us <ask@example.com>',
      meiliHost: 'http://search:7700/',
      meiliApiKey: 'key',
      trustedProxies: 2,
      logLevels: ['fatal', 'error'],
      loadDemo: true,
    });
  });

  it('takes a blank setting for an absent one', () => {
    expect(Environment.from({ SECRET, PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it('loads no demo into a database of your own, nor in production', () => {
    const DATABASE_URL = 'postgres://a:b@c/d';
    expect(Environment.from({ SECRET, DATABASE_URL }).loadDemo).toBe(false);
    const production = { NODE_ENV: 'production', SECRET, SMTP_URL: 'smtp://mail' };
    expect(Environment.from(production)).toMatchObject({ loadDemo: false, host: '0.0.0.0' });
  });

  it('says the port that it got, in its public address too', () => {
    const environment = Environment.from({ SECRET, PORT: '0' });
    expect(environment.listeningOn(4711)).toMatchObject({ port: 4711, publicUrl: 'http://localhost:4711' });
    expect(environment.port).toBe(0);
    const given = Environment.from({ SECRET, PORT: '0', PUBLIC_URL: 'http://ask.example.com' });
    expect(given.listeningOn(4711).publicUrl).toBe('http://ask.example.com');
  });

  it('cannot be changed', () => {
    const environment = Environment.from({ SECRET });
    expect(() => Object.assign(environment, { port: 1 })).toThrow(TypeError);
    expect(() => Object.assign(environment, { values: {} })).toThrow(TypeError);
  });

  it('names everything that is wrong at once, a line each', () => {
    const wrong = {
      NODE_ENV: 'prod',
      HOST: 'localhost:3000',
      PORT: '65536',
      PUBLIC_URL: 'ask.example.com',
      DATABASE_URL: 'mysql://a:secret-word@b/c',
      DATABASE_APP_URL: 'postgres://db/answerhood',
      POOL_SIZE: '0',
      SECRET: 'short-secret',
      SMTP_URL: 'http://user:secret-word@mail',
      MAIL_FROM: 'nobody',
      MEILI_HOST: 'search:7700',
      MEILI_API_KEY: 'secret-word with blanks',
      TRUSTED_PROXIES: 'yes',
      LOG_LEVEL: 'info',
      LOAD_DEMO: '1',
    };
    const lines = faults(wrong);
    expect(lines.map((line) => line.split(' ')[0]).toSorted()).toEqual(Object.keys(wrong).toSorted());
    for (const line of lines) expect(line).toMatch(/: [a-z].*\.$/);
    expect(lines.join()).not.toMatch(/secret-word|short-secret/);
  });

  it.each(['-1', '3000.5', '0x10', '1e3', 'abc', '99999999999999999999'])('refuses the port %s', (PORT) => {
    expect(faults({ PORT })).toEqual([`PORT is "${PORT}": set it to a whole number from 0 to 65535.`]);
  });

  it.each(['127.0.0', '1.2.3.4.5', 'a b', 'http://x', ''.padStart(64, 'x')])('refuses the host %s', (HOST) => {
    expect(faults({ HOST })).toHaveLength(1);
  });

  it.each(['https://a.example/?x=1', 'https://a.example/#x', 'https://user@a.example', 'ftp://a.example'])(
    'refuses the public address %s',
    (PUBLIC_URL) => {
      expect(faults({ PUBLIC_URL })).toHaveLength(1);
    },
  );

  it('wants both database addresses or the owner alone', () => {
    expect(faults({ DATABASE_APP_URL: 'postgres://a:b@c/d' })).toEqual([
      'DATABASE_APP_URL is set and DATABASE_URL is not: set both, or neither for the embedded PostgreSQL.',
    ]);
    expect(faults({ DATABASE_URL: 'postgres://host-only' })).toHaveLength(1);
  });

  it('asks for more in production', () => {
    const lines = faults({ NODE_ENV: 'production', SECRET: '', PUBLIC_URL: 'http://ask.example.com' });
    expect(lines.map((line) => line.split(' ')[0]).toSorted()).toEqual(['PUBLIC_URL', 'SECRET', 'SMTP_URL']);
    const local = { NODE_ENV: 'production', SMTP_URL: 'smtp://mail', PUBLIC_URL: 'http://localhost:8080' };
    expect(faults(local)).toEqual([]);
  });

  describe('the generated secret', () => {
    it('is made once, and only this user can read it', () => {
      const DATA_DIR = join(temporaryFolder(), 'made', 'on', 'the', 'way');
      const { secret } = Environment.from({ DATA_DIR });
      expect(secret).toMatch(/^[\w-]{64}$/);
      expect(Environment.from({ DATA_DIR }).secret).toBe(secret);
      expect(statSync(join(DATA_DIR, 'secret')).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(DATA_DIR, 'secret'), 'utf8')).toBe(secret);
    });

    it('differs between installations', () => {
      const [one, two] = [temporaryFolder(), temporaryFolder()].map(
        (DATA_DIR) => Environment.from({ DATA_DIR }).secret,
      );
      expect(one).not.toBe(two);
    });

    it('is not written while another setting is wrong, nor in production', () => {
      const DATA_DIR = temporaryFolder();
      expect(faults({ DATA_DIR, SECRET: '', PORT: 'x' })).toHaveLength(1);
      expect(faults({ DATA_DIR, SECRET: '', NODE_ENV: 'production', SMTP_URL: 'smtp://mail' })).toHaveLength(1);
      expect(existsSync(join(DATA_DIR, 'secret'))).toBe(false);
    });

    it('is a fault of DATA_DIR where it cannot be kept', () => {
      const DATA_DIR = join(temporaryFolder(), 'file');
      writeFileSync(DATA_DIR, '');
      expect(faults({ DATA_DIR, SECRET: '' })).toEqual([
        expect.stringMatching(/^DATA_DIR holds the generated secret, and /),
      ]);
    });
  });
});

describe('.env.example', () => {
  it('lists every setting, and nothing else', () => {
    const text = readFileSync(join(__dirname, '../../../.env.example'), 'utf8');
    const listed = [...text.matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(listed).toEqual(SETTINGS.map(({ name }) => name));
  });
});
