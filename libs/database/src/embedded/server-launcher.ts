import { existsSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { probePort } from '@app/environment';
import { isLeavingStill, isPortTaken, logSince, serverFault } from './server-faults';
import type { ServerFolder } from './server-folder';
import { readPidFile } from './server-pid-file';
import type { Launched, ServerPrograms } from './server-programs';

const LOOPBACK = '127.0.0.1';
const POLL_MS = 10;
const PORT_TRIES = 3;
const LEAVING_TRIES = 50;
const LEAVING_PAUSE_MS = 100;
const MAX_LOG_BYTES = 5 * 1024 * 1024;

/** Brings the process of an embedded server up, and finds one that is up already. */
export class ServerLauncher {
  constructor(
    private readonly folder: ServerFolder,
    private readonly programs: ServerPrograms,
  ) {}

  /** The port of the server that runs on this folder, once it takes connections; null when none does. */
  async running(): Promise<number | null> {
    for (;;) {
      const found = readPidFile(this.folder.data);
      if (!found?.isServer) return null;
      if (found.ready) return found.port;
      await sleep(POLL_MS);
    }
  }

  /**
   * Starts the server and waits until it takes connections, through a recovery too, however long that takes.
   * @param wishedPort taken when it is free
   * @returns its port; null when another process started one on this folder meanwhile
   */
  async launch(wishedPort: number, settings: Readonly<Record<string, string>>): Promise<number | null> {
    this.shortenLog();
    for (let attempt = 1; ; attempt++) {
      const port = await probePort(LOOPBACK, wishedPort).catch(() => probePort(LOOPBACK, 0));
      const launched = this.programs.launch(this.folder, { ...settings, port: String(port) });
      if (await this.cameUp(launched)) return port;
      const output = (await launched.ended) + logSince(this.folder.log, launched.logPosition);
      // Somebody took the port in the moment between finding and using it.
      if (attempt < PORT_TRIES && isPortTaken(output)) continue;
      if (attempt < LEAVING_TRIES && isLeavingStill(output)) {
        await sleep(LEAVING_PAUSE_MS);
        continue;
      }
      if ((await this.running()) !== null) return null;
      throw serverFault(output, this.folder.log);
    }
  }

  /** Where a server runs, ends it; returns when it is gone. */
  async stop(): Promise<void> {
    if (readPidFile(this.folder.data)?.isServer) await this.programs.stop(this.folder.data);
  }

  private async cameUp({ child, ended }: Launched): Promise<boolean> {
    let over = false;
    void ended.finally(() => {
      over = true;
    });
    for (;;) {
      const found = readPidFile(this.folder.data);
      if (found?.ready && found.pid === child.pid) return true;
      if (over) return false;
      await Promise.race([ended, sleep(POLL_MS)]);
    }
  }

  private shortenLog(): void {
    if (existsSync(this.folder.log) && statSync(this.folder.log).size > MAX_LOG_BYTES) truncateSync(this.folder.log);
  }
}
