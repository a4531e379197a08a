import { extname, join } from 'node:path';
import { WorkerPool, type WorkerPoolOptions } from '@app/environment';
import type { RenderOutcome } from './source.renderer';

const WORKER = { file: join(__dirname, `render.worker${extname(__filename)}`), megabytes: 128 };

/** Threads that render long sources; null where one took too long. */
export class RenderPool extends WorkerPool<string, RenderOutcome> {
  constructor(options: WorkerPoolOptions = { threads: 2, waiting: 200, milliseconds: 250 }) {
    super(WORKER, options);
  }
}
