import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { StartFault } from '@app/environment';
import { APP_ROLE, OWNER_ROLE, type RolePasswords } from './server-roles';

/** The one database of an embedded server. */
export const DATABASE = 'answerhood';

/** What a start must remember for the next one. */
interface Remembered extends RolePasswords {
  readonly port: number;
  readonly adminPassword: string;
}

/** The passwords and the port of one embedded server, in a file that only the account of the application can read. */
export class ServerSecrets {
  private constructor(
    private readonly file: string,
    private remembered: Remembered,
  ) {}

  /**
   * @param expected whether the data folder exists already, so that the passwords must as well
   * @throws StartFault when the file is lost or cannot be read
   */
  static open(file: string, expected: boolean): ServerSecrets {
    if (!existsSync(file)) {
      if (expected)
        throw new StartFault(
          `${file} with the database's passwords is missing: restore it, or set DATA_DIR to another folder.`,
        );
      writeOnce(file, { port: 0, adminPassword: password(), ownerPassword: password(), appPassword: password() });
    }
    return new ServerSecrets(file, read(file));
  }

  /** The port of the last start; 0 when there was none. */
  get port(): number {
    return this.remembered.port;
  }

  rememberPort(port: number): void {
    if (port === this.remembered.port) return;
    this.remembered = { ...this.remembered, port };
    renameSync(draft(this.file, this.remembered), this.file);
  }

  get passwords(): RolePasswords {
    return this.remembered;
  }

  /** For the superuser, who makes databases and roles. */
  get adminUrl(): string {
    return this.url('postgres', this.remembered.adminPassword, 'postgres');
  }

  /** For the role that owns the database and migrates it. */
  get ownerUrl(): string {
    return this.url(OWNER_ROLE, this.remembered.ownerPassword, DATABASE);
  }

  /** For the role that reads and writes under row-level security. */
  get appUrl(): string {
    return this.url(APP_ROLE, this.remembered.appPassword, DATABASE);
  }

  get adminPassword(): string {
    return this.remembered.adminPassword;
  }

  private url(role: string, password: string, database: string): string {
    return `postgres://${role}:${password}@127.0.0.1:${this.port}/${database}`;
  }
}

const password = (): string => randomBytes(24).toString('base64url');

/** Written whole before it takes its name: a crash half-way must not lose the passwords. */
function draft(file: string, remembered: Remembered): string {
  const name = `${file}.${process.pid}`;
  writeFileSync(name, JSON.stringify(remembered), { mode: 0o600, flush: true });
  return name;
}

/** Of two first starts on one folder, one writes and both read what it wrote. */
function writeOnce(file: string, remembered: Remembered): void {
  const name = draft(file, remembered);
  try {
    linkSync(name, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(name);
  }
}

function read(file: string): Remembered {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Remembered;
  } catch {
    throw new StartFault(
      `${file} with the database's passwords cannot be read: restore it, or set DATA_DIR to another folder.`,
    );
  }
}
