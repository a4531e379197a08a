import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { StartFault } from '@app/environment';

/** The folder of an export: under its name only when it is whole and on the disk. */
export class ExportFolder {
  private constructor(
    private readonly path: string,
    private readonly partial: string,
  ) {}

  /** @throws StartFault where there is something already, or nothing can be written */
  static async create(folder: string): Promise<ExportFolder> {
    const path = resolve(folder);
    if (!(await isFree(path))) {
      throw new StartFault(`${folder} is there already and not empty: name a folder that is not there yet.`);
    }
    const partial = `${path}.partial`;
    try {
      await mkdir(dirname(path), { recursive: true });
      // There are addresses in it, and what only staff see.
      await mkdir(partial, { mode: 0o700 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotWrite(folder, error);
      throw new StartFault(
        `${partial} is there: another export is writing it, or one was cut off; remove it where it is the latter.`,
      );
    }
    return new ExportFolder(path, partial);
  }

  /** The path of a file in it, while it is being written. */
  file(name: string): string {
    return join(this.partial, name);
  }

  /** Everything has been written and flushed: gives the folder its name. */
  async finish(): Promise<void> {
    await flushFolder(this.partial);
    await rmdir(this.path).catch(() => undefined);
    await rename(this.partial, this.path);
    await flushFolder(dirname(this.path));
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await rm(this.partial, { recursive: true, force: true });
  }
}

async function isFree(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw cannotWrite(path, error);
  }
}

/** Makes the names in a folder outlast a power cut; Windows opens no folders, and keeps names without. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

function cannotWrite(folder: string, error: unknown): StartFault {
  return new StartFault(`${folder} cannot be written (${(error as NodeJS.ErrnoException).code}): name another folder.`);
}
