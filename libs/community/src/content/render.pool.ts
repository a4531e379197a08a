import { extname, join } from 'node:path';
import { WorkerPool, type WorkerPoolOptions } from '@app/environment';
import type { ContentLimits } from './content.limits';
import type { RenderOutcome } from './source.renderer';

const WORKER = { file: join(__dirname, `render.worker${extname(__filename)}`), megabytes: 128 };

/** A text to be rendered, and what it may hold. */
export interface RenderQuestion {
  readonly source: string;
  readonly limits: ContentLimits;
}

/** Threads that render long sources; null where one took too long. */
export class RenderPool extends WorkerPool<RenderQuestion, RenderOutcome> {
  constructor(options: WorkerPoolOptions = { threads: 2, waiting: 200, milliseconds: 250 }) {
    super(WORKER, options);
  }
}
