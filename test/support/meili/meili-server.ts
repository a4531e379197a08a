import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryFolder } from '../temporary-folder';

/** A Meilisearch of a test's own: it may be killed, emptied and started again. */
export class MeiliServer {
  private static readonly started: ChildProcess[] = [];
  private process: ChildProcess | null = null;
  readonly apiKey = 'a-key-of-the-tests';

  private constructor(
    private readonly binary: string,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** @param binary see MEILI_BIN */
  static async start(binary: string): Promise<MeiliServer> {
    const server = new MeiliServer(binary, temporaryFolder(), await freePort());
    await server.start();
    return server;
  }

  static killAll(): void {
    for (const started of MeiliServer.started.splice(0)) started.kill('SIGKILL');
  }

  get host(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** On the folder that it had before. */
  async start(): Promise<void> {
    const dataFolder = join(this.folder, 'data');
    mkdirSync(dataFolder, { recursive: true });
    const places = ['--db-path', dataFolder, '--dump-dir', join(this.folder, 'dumps')];
    // Little memory, since it is got ready anew for each batch.
    const limits = [
      '--no-analytics',
      '--max-indexing-threads',
      '1',
      '--max-indexing-memory',
      '256MiB',
      '--snapshot-dir',
      join(this.folder, 'snapshots'),
    ];
    this.process = spawn(
      this.binary,
      [...places, ...limits, '--http-addr', `127.0.0.1:${this.port}`, '--master-key', this.apiKey],
      { stdio: 'ignore', cwd: this.folder },
    );
    MeiliServer.started.push(this.process);
    while (!(await this.answers())) await pause(50);
  }

  /** As `kill -9` does. */
  async kill(): Promise<void> {
    const { process } = this;
    this.process = null;
    if (!process) return;
    process.kill('SIGKILL');
    if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
  }

  /** What it held is gone. */
  async wipe(): Promise<void> {
    await this.kill();
    rmSync(join(this.folder, 'data'), { recursive: true, force: true });
  }

  private async answers(): Promise<boolean> {
    return fetch(`${this.host}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

afterAll(() => MeiliServer.killAll());
