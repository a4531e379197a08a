import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createDataSource, Reader, Transactor } from '@app/database';
import { CurrentEpoch, EpochsService, EpochsWriter, LedgerReader, SeedsReader } from '@app/reputation';
import { GENERATED_ID, generateMarks } from './generated-marks';
import { say, stopwatch } from './telling';
import { withEmptyDatabase } from './with-empty-database';

const { values: options } = parseArgs({
  options: {
    entries: { type: 'string', default: '500000' },
    members: { type: 'string', default: '50000' },
    answerers: { type: 'string', default: '20000' },
    answers: { type: 'string', default: '200000' },
    champions: { type: 'string', default: '50' },
  },
});

/**
 * `npm run bench:trust -- [--entries 500000] [--members 50000] [--answerers 20000] [--answers 200000] [--champions 50]`: how
 * long it takes to compute and freeze the first epoch and the next one, and for how long the event loop is held meanwhile.
 */
async function main(): Promise<void> {
  await withEmptyDatabase(async (urls, writer) => {
    const { entries, members, answerers, answers, champions } = options;
    const size = { members: Number(members), answerers: Number(answerers), answers: Number(answers) };
    await generateMarks(writer, { ...size, stars: Number(entries) });
    const crown = (from: number): Promise<unknown> =>
      writer.query(
        `UPDATE members SET role = 'CHAMPION' WHERE id IN (SELECT m.id FROM members m ORDER BY m.id OFFSET ${from} LIMIT ${Number(champions)})`,
      );
    const dataSource = await createDataSource(urls, [], 2).initialize();
    const reader = new Reader(urls, 2);
    try {
      const epochs = new EpochsService(
        new SeedsReader(reader),
        new LedgerReader(reader),
        new EpochsWriter(reader, new Transactor(dataSource)),
      );
      await crown(0);
      await timed('the first epoch', () => epochs.renew(GENERATED_ID));
      await crown(100);
      await timed('the next one', () => epochs.renew(GENERATED_ID));
      await timed('one that changes nothing', () => epochs.renew(GENERATED_ID));
      const current = new CurrentEpoch(reader);
      const words = await timed('reading it', () => current.of(GENERATED_ID).then((epoch) => epoch.words.size));
      say(`${words} words`);
    } finally {
      await reader.close();
      await dataSource.destroy();
    }
  });
}

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const took = stopwatch();
  const result = await work();
  delay.disable();
  const held = [delay.percentile(99), delay.max].map((nanoseconds) => (nanoseconds / 1e6 - 5).toFixed(0));
  say(`${name}: ${result}, ${took()}; event loop held p99 ${held[0]} ms, at most ${held[1]} ms`);
  return result;
}

void main();
