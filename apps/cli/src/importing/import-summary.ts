import type { ImportReport, KindOutcome, NamedCount, Source } from '@app/interchange';
import { count } from './import-progress';

/** Of what an import is told. */
export interface ImportTold {
  readonly source: Source;
  readonly slug: string;
  readonly dryRun: boolean;
  readonly rejectsFile: string;
  readonly seconds: number;
}

const COLUMNS = ['added', 'updated', 'unchanged', 'kept'] as const;

/** What an import has done, as lines of text. */
export function importSummary(report: ImportReport, told: ImportTold): string {
  const { source, slug, dryRun, seconds } = told;
  const read = report.found - report.foundBefore;
  const rate = count(Math.round(read / Math.max(seconds, 0.001)));
  const before = report.foundBefore > 0 ? `, ${count(report.foundBefore)} of them before` : '';
  return [
    dryRun ? 'A dry run: nothing has been changed. This is what would come of it.' : `"${slug}" is imported.`,
    `${count(report.found)} things read from "${source.origin}"${before}, in ${seconds.toFixed(1)} s (${rate} a second).`,
    '',
    ...kindLines(Object.entries(report.kinds)),
    ...listed(`Not taken, listed in ${told.rejectsFile}:`, report.rejected),
    ...listed('Left out on purpose:', report.leftOut),
    ...differing(report),
    ...(report.founded ? founded(told) : []),
    '',
  ].join('\n');
}

function kindLines(kinds: readonly (readonly [string, KindOutcome])[]): string[] {
  const kept = kinds.some(([, outcome]) => outcome.kept > 0);
  return [
    ' '.repeat(16) + COLUMNS.map((column) => column.padStart(12)).join(''),
    ...kinds.map(
      ([kind, outcome]) => kind.padEnd(16) + COLUMNS.map((name) => count(outcome[name]).padStart(12)).join(''),
    ),
    ...(kept ? ['(kept: edited or erased here since they were imported)'] : []),
  ];
}

function listed(title: string, counts: readonly NamedCount[]): string[] {
  return counts.length === 0
    ? []
    : ['', title, ...counts.map(({ name, count: n }) => `${count(n).padStart(12)}  ${name}`)];
}

function differing({ differing: { count: n, first } }: ImportReport): string[] {
  if (n === 0) return [];
  const places = first.map(({ file, line }) => `${' '.repeat(14)}${file}, line ${line}`);
  return [
    '',
    `${count(n)} texts read differently than in the source${n > first.length ? ', the first' : ''}:`,
    ...places,
  ];
}

function founded({ slug, dryRun }: ImportTold): string[] {
  if (dryRun) return ['', `There is no community "${slug}" yet: the import makes it.`];
  return ['', `The community is new and has no admin yet: npm run cli -- appoint-admin ${slug} <email>`];
}
