import { parseArgs } from 'node:util';
import { createDataSource, Reader, Transactor, type DatabaseUrls } from '@app/database';
import { EpochsWriter, foldLedger, LedgerReader, WordList, type Epoch, type LedgerEntry } from '@app/reputation';
import { Client } from 'pg';
import { GENERATED_ID, generateMarks } from './generated-marks';
import { oneMore } from './one-more';
import { say, seconds, stopwatch } from './telling';
import { withEmptyDatabase } from './with-empty-database';

const SOURCES = 20;

const { values: options } = parseArgs({
  options: {
    entries: { type: 'string', default: '200000' },
    members: { type: 'string', default: '20000' },
    answerers: { type: 'string', default: '5000' },
    answers: { type: 'string', default: '40000' },
  },
});

/**
 * `npm run bench:ledger -- [--entries 200000] [--members 20000] [--answerers 5000] [--answers 40000]`: what it costs to
 * write a ledger, to read all of it and make scores of it, and to give one star more or take one back, make the lines of
 * its member anew, and show them to that member.
 */
async function main(): Promise<void> {
  await withEmptyDatabase(async (urls, writer) => {
    const reader = new Reader(urls, 2);
    try {
      const stars = Number(options.entries);
      const size = {
        members: Number(options.members),
        answerers: Number(options.answerers),
        answers: Number(options.answers),
      };
      const spent = await generateMarks(writer, { ...size, stars });
      say(
        `writing ${stars} stars in one statement: ${seconds(spent.with)}, without the ledger ${seconds(spent.without)}`,
      );
      await rebuild({ reader, writer, urls });
    } finally {
      await reader.close();
    }
  });
}

interface Opened {
  readonly reader: Reader;
  readonly writer: Client;
  readonly urls: DatabaseUrls;
}

async function rebuild(opened: Opened): Promise<void> {
  const ledger = new LedgerReader(opened.reader);
  const reading = stopwatch();
  const entries: LedgerEntry[] = [];
  for await (const part of ledger.entriesOf(GENERATED_ID)) entries.push(...part);
  say(`reading ${entries.length} entries: ${reading()}`);
  const epoch = generatedEpoch(entries);
  const folding = stopwatch();
  const lines = foldLedger(entries, epoch);
  say(`folding them: ${folding()}`);
  await begin(epoch, opened);
  const counts = Map.groupBy(lines, ({ subjectId }) => subjectId);
  const subjects = [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([subjectId]) => subjectId);
  // The one with the most lines, who has one of twenty of them, and one of the first ten.
  for (const subjectId of [subjects[0], subjects[9]]) {
    if (subjectId) await oneMore({ ...opened, epoch, subjectId });
  }
}

/** Puts an epoch into force. */
async function begin({ words, ruleVersion }: Epoch, { reader, urls }: Opened): Promise<void> {
  const dataSource = await createDataSource(urls, [], 1).initialize();
  const answer = { numbers: words.numbers, digest: 'generated', entries: words.size };
  const seeds = { ids: [], digest: 'generated' };
  try {
    const writing = stopwatch();
    await new EpochsWriter(reader, new Transactor(dataSource)).begin(GENERATED_ID, {
      before: 0,
      ruleVersion,
      seeds,
      answer,
    });
    say(`freezing ${words.size} words: ${writing()}`);
  } finally {
    await dataSource.destroy();
  }
}

/** Every answerer's word weighs something, and comes from others of them. */
function generatedEpoch(entries: readonly LedgerEntry[]): Epoch {
  const members = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))].toSorted();
  const words = members.map((id, n) => {
    const sources = Array.from({ length: SOURCES }, (_, i) => members[(n * 31 + i * 997) % members.length] ?? id);
    return [
      id,
      { weight: ((n % 100) + 1) / 100, sources: new Map(sources.map((source) => [source, 1 / SOURCES])) },
    ] as const;
  });
  return { number: 1, ruleVersion: 1, words: WordList.from(words) };
}

void main();
