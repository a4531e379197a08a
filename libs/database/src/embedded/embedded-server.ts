import { Client } from 'pg';
import { PostgresBinaries } from './postgres-binaries';
import { ServerAccount } from './server-account';
import { ServerFolder } from './server-folder';
import { ServerInUse } from './server-in-use';
import { ServerInitialiser } from './server-initialiser';
import type { ServerKeeper } from './server-keeper';
import { ServerLauncher } from './server-launcher';
import { ServerPossession } from './server-possession';
import { ServerPrograms } from './server-programs';
import { ensureDatabase, ensureRoles } from './server-roles';
import { DATABASE, ServerSecrets } from './server-secrets';
import { serverSettings } from './server-settings';

export interface EmbeddedServerOptions {
  /** The application's data folder; PostgreSQL's own is `postgres` inside it. */
  readonly dataDir: string;
  /** false only for throw-away data: a crash of the machine then loses it. */
  readonly fsync?: boolean;
  /** Further settings of PostgreSQL by name. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * The PostgreSQL that comes with the application: a real server on the loopback interface, with its data in the data
 * folder. It is a process of its own, so it outlives a killed application, and the next start takes it over.
 */
export class EmbeddedServer {
  private constructor(
    private readonly launcher: ServerLauncher,
    private readonly secrets: ServerSecrets,
    /** null: another process keeps the server. */
    private readonly keeper: ServerKeeper | null,
  ) {}

  /**
   * Makes the server, its roles and its database where they are missing, and starts it where it does not run.
   * @throws StartFault when it cannot, or when another process keeps the server of this folder
   */
  static async start({ dataDir, fsync = true, settings = {} }: EmbeddedServerOptions): Promise<EmbeddedServer> {
    const binaries = PostgresBinaries.find();
    const folder = ServerFolder.open(dataDir);
    const programs = new ServerPrograms(binaries, ServerAccount.choose(folder.data));
    const secrets = ServerSecrets.open(folder.secrets, folder.initialised);
    folder.refuseForeignData(binaries.major);
    if (!folder.initialised) await new ServerInitialiser(folder, programs).run(secrets.adminPassword, fsync);
    const launcher = new ServerLauncher(folder, programs);
    const possession = new ServerPossession(launcher, secrets);
    const keeper = await possession.take(serverSettings(binaries.version, fsync, settings));
    const server = new EmbeddedServer(launcher, secrets, keeper);
    try {
      await server.provision();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /**
   * The same for a command that runs beside the application: where the application keeps the server, its server is
   * used, and left running in the end.
   */
  static async join(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
    try {
      return await EmbeddedServer.start(options);
    } catch (error) {
      if (!(error instanceof ServerInUse)) throw error;
      const folder = ServerFolder.open(options.dataDir);
      const programs = new ServerPrograms(PostgresBinaries.find(), ServerAccount.choose(folder.data));
      return new EmbeddedServer(new ServerLauncher(folder, programs), ServerSecrets.open(folder.secrets, true), null);
    }
  }

  get port(): number {
    return this.secrets.port;
  }

  /** For the role that owns the database and migrates it. */
  get ownerUrl(): string {
    return this.secrets.ownerUrl;
  }

  /** For the role that reads and writes under row-level security. */
  get appUrl(): string {
    return this.secrets.appUrl;
  }

  /** For the superuser, who makes databases and roles. */
  get adminUrl(): string {
    return this.secrets.adminUrl;
  }

  /** Ends every session, writes everything out and returns when the server is gone; one that is shared stays. */
  async stop(): Promise<void> {
    if (!this.keeper) return;
    await this.keeper.release();
    await this.launcher.stop();
  }

  private async provision(): Promise<void> {
    const admin = new Client({ connectionString: this.adminUrl });
    await admin.connect();
    try {
      await ensureRoles(admin, this.secrets.passwords);
      await ensureDatabase(admin, DATABASE);
    } finally {
      await admin.end();
    }
  }
}
