import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Child } from '../support/child';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');
const BUILDING = /^Building/m;

/** A small project with the real scripts and configuration, to be built and broken. */
class SmallProject {
  readonly folder = temporaryFolder();

  constructor() {
    for (const name of ['scripts', 'nest-cli.json', 'tsconfig.base.json', 'tsconfig.build.json', 'package-lock.json']) {
      cpSync(join(ROOT, name), join(this.folder, name), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
    this.write('libs/kernel/src/index.ts', "export const word: string = 'hello';\n");
    this.write('libs/kernel/src/word.spec.ts', 'this is not even TypeScript\n');
    this.write(
      'apps/cli/src/main.ts',
      "import { word } from '@app/kernel';\nprocess.stdout.write([word, ...process.argv.slice(2)].join(' '));\nprocess.exitCode = 7;\n",
    );
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  async run(script: string, ...args: string[]): Promise<Child> {
    const child = Child.node([this.path(`scripts/${script}.js`), ...args], {}, this.folder);
    await child.exit();
    return child;
  }
}

describe('the build', () => {
  let project: SmallProject;
  beforeAll(async () => {
    project = new SmallProject();
    await project.run('build');
  });

  it('leads every @app import to the built file', () => {
    const built = readFileSync(project.path('dist/apps/cli/src/main.js'), 'utf8');
    expect(built).toMatch(/require\("\.\.\/\.\.\/\.\.\/libs\/kernel\/src(\/index(\.js)?)?"\)/);
    expect(built).not.toContain('@app/');
  });

  it('is not done again for what is built, however new its files look', async () => {
    utimesSync(project.path('libs/kernel/src/index.ts'), new Date(), new Date());
    project.write('libs/kernel/src/word.spec.ts', 'still not\n');
    const child = await project.run('build');
    expect([await child.exit(), child.stdout]).toEqual([0, '']);
  });

  it('hands arguments and the exit code of a program through', async () => {
    const child = await project.run('run', 'migrate', '--now', 'a b');
    expect([await child.exit(), child.stdout]).toEqual([7, 'hello migrate --now a b']);
  });

  it('is done again for a change, a lost output and a source that is gone', async () => {
    project.write('libs/kernel/src/index.ts', "export const word: string = 'changed';\n");
    project.write('libs/kernel/src/more.ts', 'export const more: number = 1;\n');
    expect((await project.run('run', 'cli')).stdout).toMatch(/^Building.*\n(.*\n)*changed$/);

    rmSync(project.path('dist/libs/kernel/src/index.js'));
    rmSync(project.path('libs/kernel/src/more.ts'));
    expect((await project.run('run', 'cli')).stdout).toMatch(/^Building.*\n(.*\n)*changed$/);
    expect(existsSync(project.path('dist/libs/kernel/src/more.js'))).toBe(false);
  });

  it('is done once for processes that start together, even after one that died at it', async () => {
    project.write('libs/kernel/src/index.ts', "export const word: string = 'together';\n");
    const dead = await project.run('run', 'nothing');
    project.write('dist/.lock', String(dead.pid));
    const children = await Promise.all([project.run('run', 'cli'), project.run('run', 'cli')]);
    for (const child of children) expect(child.stdout).toMatch(/together$/);
    expect(children.filter((child) => BUILDING.test(child.stdout))).toHaveLength(1);
    expect(existsSync(project.path('dist/.lock'))).toBe(false);
  });

  it('reads the settings of .env, and lets those of the process win', async () => {
    project.write('apps/cli/src/main.ts', 'process.stdout.write(`${process.env.PORT} ${process.env.HOST}`);\n');
    project.write('.env', 'PORT=4711\nHOST=from-file\n');
    const child = Child.node([project.path('scripts/run.js'), 'cli'], { HOST: 'from-process' }, project.folder);
    await child.exit();
    expect(child.stdout).toMatch(/4711 from-process$/);
  });

  it('that fails says so after what the compiler says', async () => {
    project.write('libs/kernel/src/index.ts', 'export const word: number = "no";\n');
    const child = await project.run('run', 'cli');
    expect(await child.exit()).toBe(1);
    expect(child.stdout + child.stderr).toMatch(/TS2322/);
    expect(child.stderr).toMatch(/The build failed: correct what the compiler says above\.\n$/);
    expect(child.stdout).not.toMatch(/together/);
  });
});

describe('the launcher says in one line', () => {
  const oldNode = (project: SmallProject): Promise<Child> => {
    project.write('old.js', "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });\n");
    const child = Child.node(
      ['--require', project.path('old.js'), project.path('scripts/start.js')],
      {},
      project.folder,
    );
    return child.exit().then(() => child);
  };

  it('that its Node is too old, and what is missing', async () => {
    const project = new SmallProject();
    const begin = 'This is Node 20.20.2, and Node 24.7 or later is needed: ';
    const started = await oldNode(project);
    expect([await started.exit(), started.stdout]).toEqual([1, '']);
    expect(started.stderr).toBe(
      `${begin}run it through npm ("npm start", "npm run ..."), which uses the Node that comes with the project.\n`,
    );
    rmSync(project.path('node_modules'));
    expect((await oldNode(project)).stderr).toBe(`${begin}the dependencies are not installed: run "npm ci" first.\n`);
    mkdirSync(project.path('node_modules'));
    expect((await oldNode(project)).stderr).toBe(
      `${begin}the Node that comes with the project did not get installed: run "npm ci --include=dev", with install scripts allowed.\n`,
    );
  });

  it('that the build tools are missing', async () => {
    const project = new SmallProject();
    rmSync(project.path('node_modules'));
    const child = await project.run('start');
    expect(await child.exit()).toBe(1);
    expect(child.stderr).toMatch(/^The build tools are not installed: run "npm ci --include=dev", or .*\.\n$/);
  });

  it('that there is no such program', async () => {
    const child = await new SmallProject().run('run', 'everything');
    expect(await child.exit()).toBe(1);
    expect(child.stderr).toMatch(/^There is no program "everything": run one of api, worker, cli, .*bench[^\n]*\.\n$/);
  });
});
