import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createDataSource, Reader, Transactor } from '@app/database';
import { CurrentEpoch, EpochsService, EpochsWriter, LedgerReader, SeedsReader } from '@app/reputation';
import type { Client } from 'pg';
import { GENERATED_ID } from './generated-marks';
import { say, stopwatch } from './telling';
import { withEmptyDatabase } from './with-empty-database';

const { values: options } = parseArgs({
  options: {
    entries: { type: 'string', default: '500000' },
    members: { type: 'string', default: '50000' },
    answerers: { type: 'string', default: '20000' },
    champions: { type: 'string', default: '50' },
  },
});

/**
 * `npm run bench:trust -- [--entries 500000] [--members 50000] [--answerers 20000] [--champions 50]`: how
 * long it takes to compute and freeze the first epoch and the next one, and for how long the event loop is held meanwhile.
 */
async function main(): Promise<void> {
  await withEmptyDatabase(async (urls, writer) => {
    await generate(writer);
    const champions = Number(options.champions);
    const crown = (from: number): Promise<unknown> =>
      writer.query(
        `UPDATE members SET role = 'CHAMPION' WHERE id IN (SELECT m.id FROM members m ORDER BY m.id OFFSET ${from} LIMIT ${champions})`,
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

/** Members who confirm each other at random, some of them much more often than others: the ledger alone, without posts. */
async function generate(client: Client): Promise<void> {
  const [entries, members, answerers] = [options.entries, options.members, options.answerers].map(Number);
  const here = `'${GENERATED_ID}'::uuid`;
  const member = (n: string): string => `('01900002-0000-7000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;
  await client.query(`SELECT set_config('app.community_id', '${GENERATED_ID}', false), setseed(.5)`);
  await client.query(`INSERT INTO communities (id, slug, name, locale, visibility)
    VALUES (${here}, 'generated', 'Generated', 'en', 'PUBLIC')`);
  await client.query(`INSERT INTO members (community_id, id, handle, display_name, role)
    SELECT ${here}, ${member('n')}, 'member-' || n, 'Member', 'CUSTOMER' FROM generate_series(1, ${members}) n`);
  await client.query(`INSERT INTO topics (community_id, id, code, slug, kind, title, body, body_html, author_id, author_role,
      locale, last_activity_at)
    VALUES (${here}, ${here}, 'code', 'a', 'QUESTION', 'A', 'a', '<p>a</p>', ${member('1')}, 'CUSTOMER', 'en', now())`);
  await client.query(`INSERT INTO reputation_entries (community_id, id, kind, at, actor_id, subject_id, topic_id, post_id, rule_version)
    SELECT ${here}, uuidv7(), 'STAR', now() - make_interval(mins => n), ${member(`1 + floor(${members} * random())::int`)},
      ${member(`1 + floor(${answerers} * power(random(), 3))::int`)}, ${here}, uuidv7(), 1
    FROM generate_series(1, ${entries}) n`);
  await client.query('ANALYZE');
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
