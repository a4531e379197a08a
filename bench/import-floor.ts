import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EmbeddedServer, migrate } from '@app/database';
import { ImportRun, Staging, stageRecord, type ImportOutcome, type StagedRow } from '@app/interchange';
import { Client } from 'pg';
import { IMPORT_SOURCES } from '../apps/cli/src/importing/import-sources';
import { bareCopy } from './import/bare-copy';
import { generatedRecords, type GeneratedSource } from './import/generated-records';

const DATA = resolve('.data/bench-import');
const SLUG = 'generated';
const BATCH = 2_000;

/** What an import has taken, in seconds. */
interface Taken {
  readonly outcome: ImportOutcome;
  /** Until all was staged: with a source, its reading and converting too. */
  readonly staging: number;
  readonly publishing: number;
}

const { values: options } = parseArgs({
  options: {
    topics: { type: 'string', default: '27594' },
    answers: { type: 'string', default: '59855' },
    members: { type: 'string', default: '23169' },
    source: { type: 'string' },
    path: { type: 'string', default: '' },
    folder: { type: 'string' },
  },
});

/**
 * `npm run bench:import -- [--topics 27594] [--answers 59855] [--members 23169]`: how fast generated records are
 * imported, beside the same rows loaded by bare COPY. With `--source stackexchange --path <folder>` (any source of
 * `import`; `--folder` as there) a whole import of that source, from its files on.
 */
async function main(): Promise<void> {
  mkdirSync(DATA, { recursive: true });
  const server = await EmbeddedServer.start({ dataDir: DATA });
  try {
    const [source, floor] = [await emptyDatabase(server, 'import_source'), await emptyDatabase(server, 'import_floor')];
    const { outcome, staging, publishing } = options.source
      ? await importSource(source.ownerUrl, options.source)
      : await importGenerated(source.ownerUrl);
    for (const { name, milliseconds } of outcome.steps) say(`  ${milliseconds.toFixed(0).padStart(6)} ms  ${name}`);
    const { rows, seconds } = await bareCopy(source.adminUrl, SLUG, floor.adminUrl);
    const ours = staging + publishing;
    say(`${rows} rows; until staged ${staging.toFixed(1)} s, publishing ${publishing.toFixed(1)} s`);
    say(`import     ${Math.round(rows / ours)} rows/s`);
    say(`bare COPY  ${Math.round(rows / seconds)} rows/s in ${seconds.toFixed(1)} s`);
    say(`share      ${((100 * seconds) / ours).toFixed(0)} %`);
  } finally {
    await server.stop();
  }
}

async function importSource(ownerUrl: string, name: string): Promise<Taken> {
  const kind = IMPORT_SOURCES.find((known) => known.name === name);
  if (!kind) throw new TypeError(`There is no source "${name}".`);
  const begun = performance.now();
  let staged = begun;
  const outcome = await new ImportRun({
    ownerUrl,
    source: await kind.open(options.path, { folder: options.folder }),
    community: { slug: SLUG },
    dryRun: false,
    rejectsFile: join(DATA, 'rejects.ndjson'),
    observer: {
      begin: () => undefined,
      read: () => (staged = performance.now()),
      publishing: () => undefined,
    },
  }).run();
  return { outcome, staging: (staged - begun) / 1000, publishing: (performance.now() - staged) / 1000 };
}

async function importGenerated(ownerUrl: string): Promise<Taken> {
  const begun = performance.now();
  const size: GeneratedSource = {
    topics: Number(options.topics),
    answers: Number(options.answers),
    members: Number(options.members),
  };
  const staging = await Staging.open(ownerUrl, { community: { slug: SLUG }, origin: 'generated', fingerprint: 'one' });
  let rows: StagedRow[] = [];
  let position = 0;
  for (const record of generatedRecords(size, 'g')) {
    const text = 'body' in record ? record.body.text : null;
    const content = text === null ? null : { markdown: text, html: `<p>${text}</p>\n` };
    const row = stageRecord(record, content, { file: 'generated', line: ++position }, 'generated');
    if ('fault' in row) throw new TypeError(row.fault);
    rows.push(row);
    if (rows.length === BATCH) await staging.append({ rows: rows.splice(0), rejects: [], leftOut: [], position });
  }
  await staging.append({ rows, rejects: [], leftOut: [], position });
  rows = [];
  const staged = performance.now();
  const outcome = await staging.publish({ dryRun: false, onStep: () => undefined });
  const published = performance.now();
  await staging.discard();
  await staging.close();
  return { outcome, staging: (staged - begun) / 1000, publishing: (published - staged) / 1000 };
}

async function emptyDatabase(
  server: { ownerUrl: string; appUrl: string; adminUrl: string },
  name: string,
): Promise<{ ownerUrl: string; appUrl: string; adminUrl: string }> {
  const admin = new Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name}`);
  await admin.query(`CREATE DATABASE ${name} OWNER ${admin.escapeIdentifier(new URL(server.ownerUrl).username)}`);
  await admin.end();
  const named = (url: string): string => Object.assign(new URL(url), { pathname: name }).href;
  const urls = { ownerUrl: named(server.ownerUrl), appUrl: named(server.appUrl), adminUrl: named(server.adminUrl) };
  await migrate(urls);
  return urls;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

void main();
