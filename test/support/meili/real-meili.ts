import { randomBytes } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import type { MeiliOptions } from '@app/search';
import { MeiliServer } from './meili-server';

const { MEILI_HOST, MEILI_API_KEY, MEILI_BIN } = process.env;

/** `describe`, where there is a Meilisearch to test with: at MEILI_HOST, or one to start at MEILI_BIN. */
export function describeWithMeili(name: string, suite: () => void): void {
  if (MEILI_HOST || MEILI_BIN) describe(name, suite);
  else skip(name, suite, 'neither MEILI_HOST nor MEILI_BIN is set');
}

/** `describe`, where there is a Meilisearch that may be killed: one to start at MEILI_BIN. */
export function describeWithOwnMeili(name: string, suite: () => void): void {
  if (MEILI_BIN) describe(name, suite);
  else skip(name, suite, 'MEILI_BIN is not set');
}

/** The path of the program; see {@link describeWithOwnMeili}. */
export function meiliBinary(): string {
  if (!MEILI_BIN) throw new Error('MEILI_BIN is not set.');
  return MEILI_BIN;
}

/** A place in a real Meilisearch that nothing else uses; what is in it is removed by {@link removeFromMeili}. */
export async function placeInMeili(): Promise<MeiliOptions & { readonly host: string; readonly prefix: string }> {
  const prefix = `test_${randomBytes(6).toString('hex')}_`;
  if (MEILI_HOST) return { host: MEILI_HOST, apiKey: MEILI_API_KEY ?? null, prefix };
  const { host, apiKey } = await MeiliServer.start(meiliBinary());
  return { host, apiKey, prefix };
}

/** Takes away what a test has left, from an instance that others use too. */
export async function removeFromMeili({ host, apiKey, prefix }: MeiliOptions): Promise<void> {
  if (host === null || !prefix) return;
  const client = new Meilisearch({ host, ...(apiKey === null ? {} : { apiKey }) });
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  for (const { uid } of results) if (uid.startsWith(prefix)) await client.deleteIndex(uid).waitTask();
}

/** Says so where everybody sees it: a skipped suite must not pass for one that was run. */
function skip(name: string, suite: () => void, reason: string): void {
  process.stderr.write(`\n*** SKIPPED, NOT TESTED AGAINST A REAL MEILISEARCH: ${name} (${reason}) ***\n`);
  describe.skip(name, suite);
}
