import { setTimeout as sleep } from 'node:timers/promises';
import { StartFault } from '@app/environment';
import { Client } from 'pg';
import { PostgresBinaries } from './postgres-binaries';
import { ServerAccount } from './server-account';
import { ServerFolder } from './server-folder';
import { ServerInitialiser } from './server-initialiser';
import { ServerKeeper } from './server-keeper';
import { ServerLauncher } from './server-launcher';
import { ServerPrograms } from './server-programs';
import { APP_ROLE, ensureDatabase, ensureRoles, OWNER_ROLE } from './server-roles';
import { ServerSecrets } from './server-secrets';
import { serverSettings } from './server-settings';

const DATABASE = 'answerhood';
const ADOPTION_MS = 10_000;
const ADOPTION_PAUSE_MS = 100;

const IN_USE =
  'Another Answerhood already runs on this data folder: stop it, or set DATA_DIR to another folder (with DATABASE_URL several processes can share one database).';
const WRONG_PASSWORDS =
  'The embedded PostgreSQL refuses the passwords in postgres.json of the data folder: restore that file, or set DATA_DIR to another folder.';

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
    private readonly keeper: ServerKeeper,
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
    const all = serverSettings(binaries.version, fsync, settings);
    const keeper = (await adopt(launcher, secrets, all)) ?? (await launch(launcher, secrets, all));
    const server = new EmbeddedServer(launcher, secrets, keeper);
    try {
      await server.provision();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  get port(): number {
    return this.secrets.port;
  }

  /** For the role that owns the database and migrates it. */
  get ownerUrl(): string {
    return url(this.port, OWNER_ROLE, this.secrets.ownerPassword, DATABASE);
  }

  /** For the role that reads and writes under row-level security. */
  get appUrl(): string {
    return url(this.port, APP_ROLE, this.secrets.appPassword, DATABASE);
  }

  /** For the superuser, who makes databases and roles. */
  get adminUrl(): string {
    return adminUrl(this.secrets);
  }

  /** Ends every session, writes everything out and returns when the server is gone. */
  async stop(): Promise<void> {
    await this.keeper.release();
    await this.launcher.stop();
  }

  private async provision(): Promise<void> {
    const admin = new Client({ connectionString: this.adminUrl });
    await admin.connect();
    try {
      await ensureRoles(admin, this.secrets);
      await ensureDatabase(admin, DATABASE);
    } finally {
      await admin.end();
    }
  }
}

type Settings = Readonly<Record<string, string>>;

/** Takes over the server that a killed application left running; one that was started otherwise is ended first. */
async function adopt(
  launcher: ServerLauncher,
  secrets: ServerSecrets,
  settings: Settings,
): Promise<ServerKeeper | null> {
  for (const deadline = Date.now() + ADOPTION_MS; Date.now() < deadline; await sleep(ADOPTION_PAUSE_MS)) {
    const port = await launcher.running();
    if (port === null) return null;
    secrets.rememberPort(port);
    try {
      const keeper = await hold(secrets);
      if (!keeper) throw new StartFault(IN_USE);
      if (keeper.clusterName === settings.cluster_name) return keeper;
      await keeper.release();
      await launcher.stop();
      return null;
    } catch (error) {
      // It may be on its way down just now.
      if (error instanceof StartFault) throw error;
    }
  }
  return null;
}

async function launch(launcher: ServerLauncher, secrets: ServerSecrets, settings: Settings): Promise<ServerKeeper> {
  const port = await launcher.launch(secrets.port, settings);
  if (port === null) throw new StartFault(IN_USE);
  secrets.rememberPort(port);
  const keeper = await hold(secrets).catch(async (error: unknown) => {
    await launcher.stop();
    throw error;
  });
  if (!keeper) throw new StartFault(IN_USE);
  return keeper;
}

/** @returns null when another process keeps the server */
async function hold(secrets: ServerSecrets): Promise<ServerKeeper | null> {
  try {
    return await ServerKeeper.hold(adminUrl(secrets));
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    throw new StartFault(WRONG_PASSWORDS);
  }
}

function url(port: number, role: string, password: string, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

function adminUrl(secrets: ServerSecrets): string {
  return url(secrets.port, 'postgres', secrets.adminPassword, 'postgres');
}
