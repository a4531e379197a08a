import { join } from 'node:path';
import { LOG_LEVELS, readSettings, type EmbedderSettings, type LogLevel, type SettingValues } from './setting-values';
import { SettingsReader } from './settings-reader';
import { StartFault } from './start-fault';

/** The validated settings of a process. What they mean is told in {@link SETTINGS}. */
export class Environment {
  private constructor(private readonly values: SettingValues) {
    Object.freeze(values);
    Object.freeze(this);
  }

  /** @throws StartFault that names everything that is wrong, a line each */
  static from(variables: Readonly<Record<string, string | undefined>>): Environment {
    const reader = new SettingsReader(variables);
    const values = readSettings(reader);
    if (reader.faults.length > 0) throw new StartFault(...reader.faults);
    return new Environment(values);
  }

  /** The same settings with the port that the system gave to a process that asked for any. */
  listeningOn(port: number): Environment {
    return new Environment({ ...this.values, port });
  }

  get nodeEnv(): SettingValues['nodeEnv'] {
    return this.values.nodeEnv;
  }

  get production(): boolean {
    return this.values.nodeEnv === 'production';
  }

  get host(): string {
    return this.values.host;
  }

  get port(): number {
    return this.values.port;
  }

  /** Without a slash at its end. */
  get publicUrl(): string {
    return this.values.givenPublicUrl ?? `http://localhost:${this.values.port}`;
  }

  /** null: the embedded server. */
  get databaseUrl(): string | null {
    return this.values.databaseUrl;
  }

  /** null: the owner's address, with the rights of the restricted role. */
  get databaseAppUrl(): string | null {
    return this.values.databaseAppUrl;
  }

  get poolSize(): number {
    return this.values.poolSize;
  }

  /** An absolute path. */
  get dataDir(): string {
    return this.values.dataDir;
  }

  /** Where mails are written that no server takes; an absolute path. */
  get outboxDir(): string {
    return join(this.values.dataDir, 'outbox');
  }

  get secret(): string {
    return this.values.secret;
  }

  /** null: mails go to the outbox. */
  get smtpUrl(): string | null {
    return this.values.smtpUrl;
  }

  get mailFrom(): string {
    return this.values.givenMailFrom ?? `Answerhood <no-reply@${new URL(this.publicUrl).hostname}>`;
  }

  /** null: PostgreSQL alone searches. */
  get meiliHost(): string | null {
    return this.values.meiliHost;
  }

  get meiliApiKey(): string | null {
    return this.values.meiliApiKey;
  }

  get trustedProxies(): number {
    return this.values.trustedProxies;
  }

  /** Memory that comparing topics may take. */
  get similarityMegabytes(): number {
    return this.values.similarityMegabytes;
  }

  /** null: similarity goes by what communities taught alone. */
  get embedder(): EmbedderSettings | null {
    return this.values.embedder;
  }

  /** The levels that are logged, the way Nest's logger takes them. */
  get logLevels(): LogLevel[] {
    return LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(this.values.logLevel) + 1);
  }

  get loadDemo(): boolean {
    return this.values.loadDemo;
  }
}
