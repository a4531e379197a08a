import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EmbeddedServer } from '@app/database';
import { Contender } from './contender';
import { benchDatabase } from './data/bench-database';
import { benchInputs } from './data/bench-inputs';
import { compare, type Comparison } from './compare';
import { growth, table } from './table';
import { WORKS } from './works';

const DATA = resolve('.data/bench');

/** `npm run bench -- [--sizes 10000,100000] [--rounds 3] [--seconds 4] [--works W1,W2,W3,W4]` */
async function main(): Promise<void> {
  const sizes = option('sizes', '10000,100000').split(',').map(Number);
  const rounds = Number(option('rounds', '3'));
  const seconds = Number(option('seconds', '4'));
  const names = option('works', 'W1,W2,W3,W4').split(',');
  const works = WORKS.filter(({ name }) => names.some((wanted) => name.startsWith(`${wanted} `)));
  mkdirSync(DATA, { recursive: true });
  const server = await EmbeddedServer.start({
    dataDir: DATA,
    settings: { shared_buffers: '512MB', max_connections: '200' },
  });
  const found: Comparison[] = [];
  try {
    for (const topics of sizes) {
      const database = await benchDatabase(server, topics);
      const contenders = [
        new Contender('floor', 'floor'),
        new Contender('ours', 'ours'),
        new Contender('ours, plain execution', 'ours', { BENCH_PLAIN: '1' }),
        new Contender('ours, no row-level security', 'ours', { BENCH_NO_WALL: '1' }),
        new Contender('PostGraphile', 'postgraphile'),
      ].filter((contender) => works.some((work) => contender.does(work)));
      await Promise.all(contenders.map((contender) => contender.start(database)));
      try {
        const inputs = await benchInputs(database.adminUrl);
        for (const work of works) found.push(await compare(topics, work, contenders, { rounds, seconds, inputs }));
      } finally {
        await Promise.all(contenders.map((contender) => contender.stop()));
      }
    }
  } finally {
    await server.stop();
  }
  writeFileSync(resolve(DATA, 'result.json'), `${JSON.stringify(found, null, 2)}\n`);
  process.stdout.write(`\n${table(found)}\n\n${growth(found)}\nJSON: ${resolve(DATA, 'result.json')}\n`);
}

function option(name: string, fallback: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return (at > 0 ? process.argv[at + 1] : undefined) ?? fallback;
}

void main();
