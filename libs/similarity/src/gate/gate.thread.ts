import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { GateMeasures } from './gate-figures';
import type { GateData, GateSaid, GateTold } from './gate.worker';

/** What there is to judge by, in small parts. */
export type GateParts = AsyncIterable<Exclude<GateTold, { readonly judge: true }>>;

/** Measures versions in a thread of its own. */
export class GateThread {
  /** @throws AbortError where the signal stopped it */
  static async measure(data: GateData, parts: GateParts, signal?: AbortSignal): Promise<GateMeasures> {
    signal?.throwIfAborted();
    const worker = new Worker(join(__dirname, `gate.worker${extname(__filename)}`), {
      workerData: data,
      // Where tests run the TypeScript source, Node would warn that it had to find out the module type.
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    });
    const tell = async (told: GateTold): Promise<GateSaid> => {
      const said = once(worker, 'message', { signal }) as Promise<[GateSaid]>;
      worker.postMessage(told);
      return (await said)[0];
    };
    try {
      for await (const part of parts) await tell(part);
      const said = await tell({ judge: true });
      if (!('measures' in said)) throw new Error('The thread of the gate has no figures.');
      return said.measures;
    } finally {
      await worker.terminate();
    }
  }
}
