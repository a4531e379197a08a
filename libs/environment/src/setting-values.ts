import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { keptSecret } from './secret-file';
import type { SettingsReader } from './settings-reader';

const NODE_ENVIRONMENTS = ['development', 'production', 'test'] as const;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;
const MIN_SECRET = 32;
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
const DATABASE_FORM = 'postgres://role:password@host:5432/database';

/** How grave a message must be to be logged; from the gravest to the least. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A pretrained model of texts: behind an address, or in a folder of its own. */
export type EmbedderSettings =
  { readonly url: string; readonly model: string | null; readonly key: string | null } | { readonly folder: string };

/** The settings as they were understood. */
export interface SettingValues {
  readonly nodeEnv: (typeof NODE_ENVIRONMENTS)[number];
  readonly host: string;
  readonly port: number;
  readonly givenPublicUrl: string | null;
  readonly databaseUrl: string | null;
  readonly databaseAppUrl: string | null;
  readonly poolSize: number;
  readonly dataDir: string;
  readonly secret: string;
  readonly smtpUrl: string | null;
  readonly givenMailFrom: string | null;
  readonly meiliHost: string | null;
  readonly meiliApiKey: string | null;
  readonly trustedProxies: number;
  readonly similarityMegabytes: number;
  readonly embedder: EmbedderSettings | null;
  readonly logLevel: LogLevel;
  readonly loadDemo: boolean;
}

/** Reads and judges all settings; what is wrong is gathered in the reader. */
export function readSettings(reader: SettingsReader): SettingValues {
  const nodeEnv = reader.choice('NODE_ENV', NODE_ENVIRONMENTS, 'development');
  const production = nodeEnv === 'production';
  const databaseUrl = databaseAddress(reader, 'DATABASE_URL');
  const databaseAppUrl = databaseAddress(reader, 'DATABASE_APP_URL');
  if (reader.text('DATABASE_APP_URL') && !reader.text('DATABASE_URL')) {
    reader.fault(
      'DATABASE_APP_URL',
      'is set and DATABASE_URL is not: set both, or neither for the embedded PostgreSQL.',
    );
  }
  const dataDir = resolve(reader.text('DATA_DIR') ?? '.data');
  return {
    nodeEnv,
    host: host(reader, production),
    port: reader.integer('PORT', [0, 65_535], 3_000),
    givenPublicUrl: publicUrl(reader, production),
    databaseUrl,
    databaseAppUrl,
    poolSize: reader.integer('POOL_SIZE', [1, 200], 10),
    dataDir,
    smtpUrl: smtpUrl(reader, production),
    givenMailFrom: mailFrom(reader),
    meiliHost: meiliHost(reader),
    meiliApiKey: meiliApiKey(reader, production),
    trustedProxies: reader.integer('TRUSTED_PROXIES', [0, 10], 0),
    similarityMegabytes: reader.integer('SIMILARITY_MEMORY_MB', [16, 16_384], 256),
    embedder: embedder(reader),
    logLevel: reader.choice('LOG_LEVEL', LOG_LEVELS, 'log'),
    loadDemo: reader.flag('LOAD_DEMO', databaseUrl === null && !production),
    // Last, since nothing is written to the disk while anything else is wrong.
    secret: secret(reader, production, join(dataDir, 'secret')),
  };
}

function databaseAddress(reader: SettingsReader, name: 'DATABASE_URL' | 'DATABASE_APP_URL'): string | null {
  const url = reader.url(name, ['postgres:', 'postgresql:'], DATABASE_FORM);
  if (url && (url.username === '' || url.pathname.length < 2)) {
    reader.fault(name, `names no role or no database: write it as ${DATABASE_FORM}.`);
  }
  return url?.href ?? null;
}

function embedder(reader: SettingsReader): EmbedderSettings | null {
  const url = reader.url('EMBEDDER_URL', ['http:', 'https:'], 'https://host/v1');
  const folder = reader.text('EMBEDDER_MODEL_DIR');
  if (url && folder) {
    reader.fault('EMBEDDER_MODEL_DIR', 'is set and EMBEDDER_URL is set too: keep one of the two.');
  }
  if (folder) return { folder: resolve(folder) };
  return url && { url: url.href, model: reader.text('EMBEDDER_MODEL'), key: reader.text('EMBEDDER_KEY') };
}

function host(reader: SettingsReader, production: boolean): string {
  const text = reader.text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1');
  const valid = isIP(text) !== 0 || /^(?!\d+(\.\d+)*$)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$/i.test(text);
  if (!valid) reader.fault('HOST', `is "${text}": set it to an IP address or a host name, without a port.`);
  return text;
}

function publicUrl(reader: SettingsReader, production: boolean): string | null {
  const url = reader.url('PUBLIC_URL', ['http:', 'https:'], 'https://community.example.com');
  if (!url) return null;
  if (url.search || url.hash || url.username) {
    reader.fault('PUBLIC_URL', 'has a query, a fragment or a user: leave only the address.');
  }
  if (production && url.protocol !== 'https:' && !LOCAL_HOSTS.includes(url.hostname)) {
    reader.fault('PUBLIC_URL', 'is not https: in production people log in over https only.');
  }
  return url.href.replace(/\/$/, '');
}

function smtpUrl(reader: SettingsReader, production: boolean): string | null {
  const url = reader.url('SMTP_URL', ['smtp:', 'smtps:'], 'smtp://user:password@host:587');
  if (production && !reader.text('SMTP_URL')) {
    reader.fault('SMTP_URL', 'is missing: in production mails need a server, such as smtp://user:password@host:587.');
  }
  return url?.href ?? null;
}

function mailFrom(reader: SettingsReader): string | null {
  const text = reader.text('MAIL_FROM');
  if (text !== null && !/^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text)) {
    reader.fault('MAIL_FROM', `is "${text}": write it as Name <name@example.com>.`);
  }
  return text;
}

function meiliHost(reader: SettingsReader): string | null {
  const url = reader.url('MEILI_HOST', ['http:', 'https:'], 'http://127.0.0.1:7700');
  if (url && (url.search || url.hash || url.username)) {
    reader.fault('MEILI_HOST', 'has a query, a fragment or a user: leave only the address, and set MEILI_API_KEY.');
  }
  return url?.href ?? null;
}

function meiliApiKey(reader: SettingsReader, production: boolean): string | null {
  const key = reader.text('MEILI_API_KEY');
  if (key !== null && !/^[\x21-\x7e]+$/.test(key)) {
    reader.fault(
      'MEILI_API_KEY',
      'holds characters that no key has: set it to a key of the Meilisearch at MEILI_HOST.',
    );
  }
  if (key === null && production && reader.text('MEILI_HOST')) {
    reader.fault('MEILI_API_KEY', 'is missing: in production a Meilisearch without a key is open to everybody.');
  }
  return key;
}

/** Written to the disk where it is not set, and only when all else is right. */
function secret(reader: SettingsReader, production: boolean, file: string): string {
  const text = reader.text('SECRET');
  if (text !== null || production) {
    const advice = `at least ${MIN_SECRET} characters that nobody can guess ("openssl rand -base64 48" makes them)`;
    if (text === null)
      reader.fault('SECRET', `is missing: in production set it to ${advice}, the same in all processes.`);
    else if (text.length < MIN_SECRET) reader.fault('SECRET', `is too short: set it to ${advice}.`);
    return text ?? '';
  }
  if (reader.faults.length > 0) return '';
  try {
    return keptSecret(file);
  } catch {
    reader.fault(
      'DATA_DIR',
      `holds the generated secret, and ${file} cannot be read or written: give this user the right to, or set SECRET.`,
    );
    return '';
  }
}
