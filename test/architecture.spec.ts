import { sourceFiles, withoutComments, type SourceFile } from './support/source-files';

/** What each context may import, besides itself. What is not listed here may import nothing. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  environment: ['kernel'],
  database: ['kernel', 'environment'],
  mail: ['kernel', 'environment'],
  identity: ['kernel', 'environment', 'database', 'mail'],
  community: ['kernel', 'environment', 'database', 'identity'],
  search: ['kernel', 'environment', 'database', 'community'],
  similarity: ['kernel', 'environment', 'database', 'community', 'search'],
  deflection: ['kernel', 'environment', 'database', 'identity', 'community', 'search', 'similarity'],
  reputation: ['kernel', 'environment', 'database', 'identity', 'community'],
  superfans: ['kernel', 'environment', 'database', 'identity', 'community', 'search', 'similarity', 'reputation'],
  interchange: ['kernel', 'environment', 'database', 'identity', 'community'],
};

const FORBIDDEN: readonly [string, RegExp][] = [
  ['any', /[:<|&]\s*any\b|\bas any\b/],
  ['forwardRef', /\bforwardRef\b/],
  ['request scope', /Scope\.REQUEST/],
  ['console', /\bconsole\./],
  ['a double assertion', /as unknown(\[\])? as\b/],
  ['a switched-off rule', /@ts-(ignore|nocheck|expect-error)|eslint-disable|oxlint-disable/],
  ['a mocked module', /jest\.mock\b/],
  ['what is to be done later', /\b(TODO|FIXME|XXX)\b/],
];

const files = sourceFiles('apps', 'libs');
const specs = sourceFiles('test', 'migrations', 'bench');
const isTest = ({ path }: SourceFile): boolean => /\.(e2e-)?spec\.ts$/.test(path) || path.startsWith('test/');

function importsOf({ text }: SourceFile): string[] {
  return [...text.matchAll(/(?:from|import|require\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('the architecture', () => {
  it('has files to judge', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('lets each context import what stands before it, and no context an app', () => {
    const wrong = files.flatMap((file) => {
      const context = /^libs\/([^/]+)\//.exec(file.path)?.[1];
      if (!context || isTest(file)) return [];
      return importsOf(file)
        .filter((from) => {
          const lib = /^@app\/([^/]+)/.exec(from)?.[1];
          return (
            (lib && lib !== context && !MAY_IMPORT[context]?.includes(lib)) ||
            from === `@app/${context}` ||
            /(^|\/)apps\//.test(from)
          );
        })
        .map((from) => `${file.path} imports ${from}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has apps and tests enter a context by its door', () => {
    const wrong = [...files, ...specs]
      .filter(({ path }) => path.startsWith('apps/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((from) => /libs\/|@app\/[^/]+\//.test(from))
          .map((from) => `${file.path} imports ${from}`),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps files small', () => {
    const long = [...files, ...specs]
      .filter((file) => file.lines > (isTest(file) ? 500 : 250) && !/InitialSchema/.test(file.path))
      .map(({ path, lines }) => `${path}: ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('exports one class from a file', () => {
    // Types of the schema and errors of one family may stand together.
    const crowded = files
      .filter(({ path }) => !/\.(type|input|args|spec|e2e-spec)\.ts$/.test(path))
      .filter(({ text }) => (text.match(/^export (default )?(abstract )?class /gm) ?? []).length > 1)
      .map(({ path }) => path);
    expect(crowded).toEqual([]);
  });

  it.each(FORBIDDEN)('does without %s', (name, pattern) => {
    // A test may throw what no code should, and may say something while it waits.
    const judged =
      name === 'console' || name === 'a switched-off rule'
        ? files.filter((file) => !isTest(file))
        : [...files, ...specs];
    const found = judged
      .filter(({ path }) => path !== 'test/architecture.spec.ts' && !path.startsWith('test/support/graphql/'))
      .filter(({ text }) => pattern.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });

  it('says what every exported class is for', () => {
    const silent = files
      .filter((file) => !isTest(file))
      .filter(
        ({ text }) =>
          /^export (abstract )?class /m.test(text) &&
          !/\*\/\n(@[\s\S]*?\n)?export (abstract )?class |description: /m.test(text),
      )
      .map(({ path }) => path);
    expect(silent).toEqual([]);
  });
});
