import type { ImportReport } from '@app/interchange';
import { duration, ImportProgress } from './import-progress';
import { importSummary } from './import-summary';

describe('the progress of an import', () => {
  function told(isTTY: boolean): { progress: ImportProgress; lines: string[]; pass: (milliseconds: number) => void } {
    const lines: string[] = [];
    let now = 0;
    const output = { isTTY, write: (text: string) => lines.push(text) > 0 };
    return { progress: new ImportProgress(output, () => now), lines, pass: (milliseconds) => (now += milliseconds) };
  }

  it('is one line on a terminal, with rate and remaining time', () => {
    const { progress, lines, pass } = told(true);
    progress.begin(0);
    pass(50);
    progress.read(100, 0.01);
    pass(9_950);
    progress.read(20_000, 0.25);
    progress.publishing({ name: 'topics', number: 1, of: 9 });
    progress.end();
    expect(lines).toEqual([
      '\r\x1b[K25.0 %, 20,000 read, 2,000 a second, about 30 s left',
      '\r\x1b[KMaking it visible, step 1 of 9: topics',
      '\r\x1b[K',
    ]);
  });

  it('is a line every few seconds elsewhere, and counts from where it goes on', () => {
    const { progress, lines, pass } = told(false);
    progress.begin(1_000);
    pass(4_000);
    progress.read(2_000, 0.1);
    pass(1_000);
    progress.read(6_000, 0.5);
    progress.publishing({ name: 'topics', number: 2, of: 9 });
    progress.end();
    expect(lines).toEqual([
      'Going on behind the 1,000 things that were read before.\n',
      '50.0 %, 6,000 read, 1,000 a second, about 5 s left\n',
    ]);
  });

  it.each([
    [0.2, '1 s'],
    [89, '89 s'],
    [600, '10 min'],
    [7_200, '2.0 h'],
  ])('says %s seconds as people do', (seconds, text) => expect(duration(seconds)).toBe(text));
});

describe('the summary of an import', () => {
  const report: ImportReport = {
    communityId: '',
    founded: true,
    kinds: { topic: { added: 1_029, updated: 2, unchanged: 3, kept: 4 } },
    rejected: [{ name: 'The topic is not there.', count: 12 }],
    leftOut: [{ name: 'badges', count: 9_367 }],
    steps: [],
    found: 5_000,
    foundBefore: 1_000,
    rejects: 12,
    differing: { count: 2, first: [{ file: 'Posts.xml', line: 7 }] },
  };
  const told = {
    source: {
      origin: 'beer',
      files: async () => [],
      records: async function* () {},
      progress: () => 1,
    },
    slug: 'brewers',
    dryRun: false,
    rejectsFile: 'rejects.ndjson',
    seconds: 2,
  };

  it('says what was done, what was not, and what is left to do', () => {
    expect(importSummary(report, told).split('\n')).toEqual([
      '"brewers" is imported.',
      '5,000 things read from "beer", 1,000 of them before, in 2.0 s (2,000 a second).',
      '',
      '                       added     updated   unchanged        kept',
      'topic                  1,029           2           3           4',
      '(kept: edited or erased here since they were imported)',
      '',
      'Not taken, listed in rejects.ndjson:',
      '          12  The topic is not there.',
      '',
      'Left out on purpose:',
      '       9,367  badges',
      '',
      '2 texts read differently than in the source, the first:',
      '              Posts.xml, line 7',
      '',
      'The community is new and has no admin yet: npm run cli -- appoint-admin brewers <email>',
      '',
    ]);
  });

  it('promises nothing after a dry run', () => {
    const summary = importSummary(report, { ...told, dryRun: true });
    expect(summary).toMatch(/^A dry run: nothing has been changed\./);
    expect(summary).toContain('There is no community "brewers" yet: the import makes it.');
  });
});
