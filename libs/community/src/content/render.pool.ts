import { DomainError } from '@app/kernel';
import { RenderThread } from './render.thread';
import type { RenderOutcome } from './source.renderer';

/** How many threads render at once, how many sources may wait for one, and how long one source may run. */
export interface RenderPoolOptions {
  readonly threads: number;
  readonly waiting: number;
  readonly milliseconds: number;
}

/**
 * Threads that render long sources beside the event loop. A queueing library counts the wait and the start of a
 * thread into a task's time; here only the rendering itself is measured, so that a busy server refuses no good text.
 */
export class RenderPool {
  private readonly idle: RenderThread[] = [];
  private readonly all = new Set<RenderThread>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private closed = false;

  constructor(private readonly options: RenderPoolOptions = { threads: 2, waiting: 200, milliseconds: 250 }) {}

  /** The outcome of one source, or null where it took too long. UNAVAILABLE while too many are waiting. */
  async render(source: string): Promise<RenderOutcome | null> {
    if (this.busy === this.options.threads) await this.turn();
    else this.busy++;
    if (this.closed) throw stopping();
    const thread = this.idle.pop() ?? this.start();
    try {
      return await thread.render(source, this.options.milliseconds);
    } finally {
      if (thread.alive && !this.closed) this.idle.push(thread);
      else this.all.delete(thread);
      const next = this.waiting.shift();
      if (next) next();
      else this.busy--;
    }
  }

  /** Ends the threads; what still renders or waits is refused. */
  async close(): Promise<void> {
    this.closed = true;
    for (const next of this.waiting.splice(0)) next();
    await Promise.all([...this.all].map((thread) => thread.end()));
    this.all.clear();
  }

  private start(): RenderThread {
    const thread = new RenderThread();
    this.all.add(thread);
    return thread;
  }

  /** Waits until a place becomes free, which then is this caller's. */
  private turn(): Promise<void> {
    if (this.waiting.length >= this.options.waiting)
      throw new DomainError(
        'UNAVAILABLE',
        'Too many long texts are being posted at this moment: try again in a minute.',
      );
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

function stopping(): DomainError {
  return new DomainError('UNAVAILABLE', 'The server is stopping: try again in a minute.');
}
