import { setTimeout as sleep } from 'node:timers/promises';
import { StartFault } from '@app/environment';
import { ServerInUse } from './server-in-use';
import { ServerKeeper } from './server-keeper';
import type { ServerLauncher } from './server-launcher';
import type { ServerSecrets } from './server-secrets';

const ADOPTION_MS = 10_000;
const ADOPTION_PAUSE_MS = 100;

type Settings = Readonly<Record<string, string>>;

/** Gets hold of the server of one data folder for this process alone, whether it runs already or not. */
export class ServerPossession {
  constructor(
    private readonly launcher: ServerLauncher,
    private readonly secrets: ServerSecrets,
  ) {}

  /** @throws ServerInUse when another process keeps it */
  async take(settings: Settings): Promise<ServerKeeper> {
    return (await this.adopt(settings)) ?? (await this.launch(settings));
  }

  /** Takes over the server that a killed application left running; one that was started otherwise is ended first. */
  private async adopt(settings: Settings): Promise<ServerKeeper | null> {
    for (const deadline = Date.now() + ADOPTION_MS; Date.now() < deadline; await sleep(ADOPTION_PAUSE_MS)) {
      const port = await this.launcher.running();
      if (port === null) return null;
      this.secrets.rememberPort(port);
      try {
        const keeper = await this.hold();
        if (keeper.clusterName === settings.cluster_name) return keeper;
        await keeper.release();
        await this.launcher.stop();
        return null;
      } catch (error) {
        // It may be on its way down just now.
        if (error instanceof StartFault) throw error;
      }
    }
    return null;
  }

  private async launch(settings: Settings): Promise<ServerKeeper> {
    const port = await this.launcher.launch(this.secrets.port, settings);
    if (port === null) throw new ServerInUse();
    this.secrets.rememberPort(port);
    return this.hold().catch(async (error: unknown) => {
      if (!(error instanceof ServerInUse)) await this.launcher.stop();
      throw error;
    });
  }

  private async hold(): Promise<ServerKeeper> {
    try {
      const keeper = await ServerKeeper.hold(this.secrets.adminUrl);
      if (keeper) return keeper;
    } catch (error) {
      if ((error as { code?: string }).code !== '28P01') throw error;
      throw new StartFault(
        'The embedded PostgreSQL refuses the passwords in postgres.json of the data folder: restore that file, or set DATA_DIR to another folder.',
      );
    }
    throw new ServerInUse();
  }
}
