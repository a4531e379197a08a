import { chownSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverFault } from './server-faults';
import type { ServerFolder } from './server-folder';
import type { ServerPrograms } from './server-programs';

/**
 * Makes the data folder of an embedded server. It is built beside and renamed when it is whole, so that a start
 * that is cut off, or two at once, never leave half a folder.
 */
export class ServerInitialiser {
  constructor(
    private readonly folder: ServerFolder,
    private readonly programs: ServerPrograms,
  ) {}

  /** @param sync false for throw-away data */
  async run(adminPassword: string, sync: boolean): Promise<void> {
    this.removeLeftovers();
    const draft = mkdtempSync(`${this.folder.data}.new-${process.pid}-`);
    const passwordFile = `${draft}.password`;
    try {
      writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
      for (const path of [draft, passwordFile]) this.giveAway(path);
      const { status, output } = await this.programs.initdb(draft, passwordFile, sync);
      if (status !== 0) throw serverFault(output, this.folder.root);
      this.putInPlace(draft);
    } finally {
      rmSync(passwordFile, { force: true });
      rmSync(draft, { recursive: true, force: true });
    }
  }

  private giveAway(path: string): void {
    const { ids } = this.programs;
    if (ids) chownSync(path, ids.uid, ids.gid);
  }

  /** Another start on the same folder may have come first; then its data is the one to use. */
  private putInPlace(draft: string): void {
    try {
      renameSync(draft, this.folder.data);
    } catch (error) {
      if (!this.folder.initialised) throw error;
    }
  }

  private removeLeftovers(): void {
    for (const name of readdirSync(this.folder.root)) {
      const pid = /^postgres\.new-(\d+)/.exec(name)?.[1];
      if (pid && !isAlive(Number(pid))) rmSync(join(this.folder.root, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
