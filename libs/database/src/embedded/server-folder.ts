import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartFault } from '@app/environment';

/** Where one embedded server keeps its things inside the data folder of the application. */
export class ServerFolder {
  /** PostgreSQL's own folder. */
  readonly data: string;
  /** What PostgreSQL says while it runs. */
  readonly log: string;
  readonly secrets: string;

  private constructor(readonly root: string) {
    this.data = join(root, 'postgres');
    this.log = join(root, 'postgres.log');
    this.secrets = join(root, 'postgres.json');
  }

  /** @throws StartFault when the folder cannot be made or written, or belongs to another user */
  static open(dataDir: string): ServerFolder {
    const folder = new ServerFolder(resolve(dataDir));
    try {
      mkdirSync(folder.root, { recursive: true });
      accessSync(folder.root, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
      throw new StartFault(
        `The data folder ${folder.root} cannot be written: give this user the right to, or set DATA_DIR to another folder.`,
      );
    }
    folder.refuseAnotherOwner();
    return folder;
  }

  get initialised(): boolean {
    return existsSync(this.versionFile);
  }

  /** @throws StartFault when the folder holds something else than data of this major version */
  refuseForeignData(major: number): void {
    const found = this.initialised ? readFileSync(this.versionFile, 'utf8').trim() : null;
    if (found === String(major)) return;
    if (found) {
      throw new StartFault(
        `${this.data} holds data of PostgreSQL ${found}, and this is PostgreSQL ${major}: carry it over with pg_dump and pg_restore, or set DATA_DIR to another folder.`,
      );
    }
    if (existsSync(this.data) && readdirSync(this.data).length > 0) {
      throw new StartFault(`${this.data} holds other things than a database: set DATA_DIR to another folder.`);
    }
  }

  private get versionFile(): string {
    return join(this.data, 'PG_VERSION');
  }

  private refuseAnotherOwner(): void {
    const self = process.getuid?.();
    if (!self || !existsSync(this.data) || statSync(this.data).uid === self) return;
    throw new StartFault(
      `${this.data} belongs to another user: start as that user, or set DATA_DIR to another folder.`,
    );
  }
}
