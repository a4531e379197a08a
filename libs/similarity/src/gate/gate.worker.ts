import { parentPort, workerData } from 'node:worker_threads';
import type { RememberedArticle, RememberedLink } from '../serving/remembered.ts';
import { WordVectors } from '../vectors/word-vectors.ts';
import type { GateMeasures } from './gate-figures.ts';
import { Gate, type DatedTopic } from './gate.ts';

/** What the thread is made with: versions as bytes, the new one first, and when the month began. */
export interface GateData {
  readonly versions: readonly Uint8Array[];
  readonly from: number;
}

/** What the thread is told, in small parts; then that this was all. */
export type GateTold =
  | { readonly topics: readonly DatedTopic[] }
  | { readonly articles: readonly RememberedArticle[] }
  | { readonly links: readonly RememberedLink[] }
  | { readonly judge: true };

/** What the thread says to each: that it has read it, or what it has measured. */
export type GateSaid = { readonly read: true } | { readonly measures: GateMeasures };

/** The thread's side of GateThread. */
if (parentPort) {
  const port = parentPort;
  const { versions, from } = workerData as GateData;
  const gate = new Gate(
    versions.map((bytes) => WordVectors.fromBuffer(Buffer.from(bytes))),
    from,
  );
  const say = (said: GateSaid): void => port.postMessage(said);
  port.on('message', (told: GateTold) => {
    if ('judge' in told) return say({ measures: gate.measures() });
    if ('topics' in told) gate.topics(told.topics);
    else if ('articles' in told) gate.articles(told.articles);
    else gate.linked(told.links);
    say({ read: true });
  });
}
