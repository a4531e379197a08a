import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RoutingModel } from '../routing-model';
import type { Taught } from './learn-model';

/** Learns in a thread of its own, so that who asks for it keeps serving. @throws AbortError where the signal stopped it */
export async function learnInThread(taught: Taught, signal?: AbortSignal): Promise<RoutingModel> {
  signal?.throwIfAborted();
  const worker = new Worker(join(__dirname, `learning.worker${extname(__filename)}`), {
    workerData: taught,
    // Where tests run the TypeScript source, Node would warn that it had to find out the module type.
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
  });
  try {
    const [model] = (await once(worker, 'message', { signal })) as [RoutingModel];
    return model;
  } finally {
    await worker.terminate();
  }
}
