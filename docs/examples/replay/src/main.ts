import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { Client } from './client.ts';
import { Comparison } from './comparison.ts';
import { readConversation } from './conversation.ts';
import { COMMUNITY } from './documents.ts';
import { Journal } from './journal.ts';
import { Replay } from './replay.ts';

/** Replays a dump into a community, then reads everything back and compares. Ends with 1 where anything differs. */
async function main(): Promise<void> {
  const { url, community: slug, key, dump, parallel } = readArguments();
  const client = new Client(url, key);
  const source = await readConversation(dump);
  const { community } = await client.send(COMMUNITY, { slug });
  const journal = new Journal(join('.data', 'replay'), community.id);

  let started = Date.now();
  await new Replay(client, journal, community.id, parallel).run(source);
  report('written', client.calls, started);

  started = Date.now();
  const before = client.calls;
  const differences = await new Comparison(client, journal, slug, parallel).differences(source);
  report('read', client.calls - before, started);

  for (const difference of differences) console.error(`DIFFERENT ${difference}`);
  console.log(differences.length === 0 ? 'Equal to its source.' : `${differences.length} differences.`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}

function report(what: string, calls: number, started: number): void {
  const seconds = (Date.now() - started) / 1000;
  console.log(`${what}: ${calls} calls in ${seconds.toFixed(1)} s, ${(calls / seconds).toFixed(0)} a second`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
