import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';

/** Two numbers (32 bits each) that name the lock "this process keeps the server". */
const LOCK = [0x416e_7377, 0x6572_6864];
const TRIES = 10;
const PAUSE_MS = 100;
const RETRY_MS = 1_000;
const CONNECT_MS = 2_000;

/**
 * Holds one connection to an embedded server for as long as this process uses it. Its advisory lock says that the
 * server is taken (PostgreSQL itself gives it up when the process dies, however it dies), and its end says that the
 * server is gone.
 */
export class ServerKeeper {
  private readonly logger = new Logger('EmbeddedServer');
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private released = false;
  private name = '';

  private constructor(private readonly adminUrl: string) {}

  /** @returns null when another process keeps this server */
  static async hold(adminUrl: string): Promise<ServerKeeper | null> {
    const keeper = new ServerKeeper(adminUrl);
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      if (await keeper.connect()) return keeper;
      // A killed keeper's connection takes PostgreSQL a moment to notice.
      await sleep(PAUSE_MS);
    }
    return null;
  }

  /** The `cluster_name` that the server was started with. */
  get clusterName(): string {
    return this.name;
  }

  async release(): Promise<void> {
    this.released = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<boolean> {
    const client = new Client({
      connectionString: this.adminUrl,
      application_name: 'answerhood keeper',
      connectionTimeoutMillis: CONNECT_MS,
    });
    client.on('error', (error) => this.lost(client, error));
    await client.connect();
    const { rows } = await client.query<{ held: boolean; name: string }>(
      "SELECT pg_try_advisory_lock($1, $2) AS held, current_setting('cluster_name') AS name",
      LOCK,
    );
    const [state] = rows;
    if (!state?.held) {
      await client.end();
      return false;
    }
    this.client = client;
    this.name = state.name;
    return true;
  }

  private lost(client: Client, error: Error): void {
    if (this.released || this.client !== client) return;
    this.client = null;
    this.logger.error(`The embedded PostgreSQL stopped answering: ${error.message}`);
    this.reconnectLater();
  }

  private reconnectLater(): void {
    this.retry = setTimeout(() => {
      this.connect().then(
        (held) => (held ? this.logger.log('The embedded PostgreSQL answers again.') : this.reconnectLater()),
        () => this.reconnectLater(),
      );
    }, RETRY_MS).unref();
  }
}
