import { parseArgs } from 'node:util';
import { Reader } from '@app/database';
import { foldLedger, LedgerReader, WordList, type Epoch, type LedgerEntry } from '@app/reputation';
import { Client } from 'pg';
import { GENERATED_ID, generateMarks } from './generated-marks';
import { say, seconds, stopwatch } from './telling';
import { withEmptyDatabase } from './with-empty-database';

const SOURCES = 20;
const ROUNDS = 50;

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
 * write a ledger, to read all of it and make scores of it, and to give one star more and make the lines of its member
 * anew.
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
      await rebuild(new LedgerReader(reader), writer);
    } finally {
      await reader.close();
    }
  });
}

async function rebuild(ledger: LedgerReader, writer: Client): Promise<void> {
  const reading = stopwatch();
  const entries: LedgerEntry[] = [];
  for await (const part of ledger.entriesOf(GENERATED_ID)) entries.push(...part);
  say(`reading ${entries.length} entries: ${reading()}`);
  const epoch = generatedEpoch(entries);
  const folding = stopwatch();
  const lines = foldLedger(entries, epoch);
  say(`folding them: ${folding()}`);
  const counts = Map.groupBy(lines, ({ subjectId }) => subjectId);
  const subjects = [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([subjectId]) => subjectId);
  // The one with the most lines, who has one of twenty of them, and one of the first ten.
  for (const subjectId of [subjects[0], subjects[9]]) {
    if (subjectId) await oneMore({ ledger, writer, epoch, subjectId });
  }
}

interface OneMore {
  readonly ledger: LedgerReader;
  readonly writer: Client;
  readonly epoch: Epoch;
  readonly subjectId: string;
}

/** One star more for a member, and the lines of that member anew. */
async function oneMore({ ledger, writer, epoch, subjectId }: OneMore): Promise<void> {
  const { rows } = await writer.query<{ answer: string; member: string }>(
    `SELECT a.id AS answer, m.id AS member FROM (SELECT id FROM answers WHERE author_id = $1 LIMIT 1) a, members m
     WHERE NOT EXISTS (SELECT FROM stars s WHERE s.answer_id = a.id AND s.member_id = m.id) LIMIT ${ROUNDS}`,
    [subjectId],
  );
  const giving = stopwatch();
  for (const { answer, member } of rows) {
    await writer.query('INSERT INTO stars (community_id, answer_id, member_id, trusted) VALUES ($1, $2, $3, true)', [
      GENERATED_ID,
      answer,
      member,
    ]);
  }
  say(`${rows.length} stars more, one by one: ${giving()}`);
  const anew = stopwatch();
  let lines = 0;
  for (let n = 0; n < ROUNDS; n++) lines = foldLedger(await ledger.entriesAbout(GENERATED_ID, subjectId), epoch).length;
  say(`the ${lines} lines of their subject anew, ${ROUNDS} times: ${anew()}`);
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
