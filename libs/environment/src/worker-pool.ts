import { DomainError } from '@app/kernel';
import { WorkerThread, type WorkerSpec } from './worker-thread';

/** How many threads work at once, how many questions may wait for one, and how long one may take. */
export interface WorkerPoolOptions {
  readonly threads: number;
  readonly waiting: number;
  readonly milliseconds: number;
}

/**
 * Threads that answer questions beside the event loop. A queueing library counts the wait and the start of a thread
 * into a task's time; here only the work itself is measured, so that a busy process gives up no good question.
 */
export class WorkerPool<Question, Answer> {
  private readonly idle: WorkerThread<Question, Answer>[] = [];
  private readonly all = new Set<WorkerThread<Question, Answer>>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private closed = false;

  constructor(
    private readonly spec: WorkerSpec,
    private readonly options: WorkerPoolOptions,
  ) {}

  /** The answer to one question, or null where it took too long. UNAVAILABLE while too many are waiting. */
  async ask(question: Question): Promise<Answer | null> {
    if (this.busy === this.options.threads) await this.turn();
    else this.busy++;
    if (this.closed) throw stopping();
    const thread = this.idle.pop() ?? this.start();
    try {
      return await thread.ask(question, this.options.milliseconds);
    } finally {
      if (thread.alive && !this.closed) this.idle.push(thread);
      else this.all.delete(thread);
      const next = this.waiting.shift();
      if (next) next();
      else this.busy--;
    }
  }

  /** Ends the threads; what still runs or waits is refused. */
  async close(): Promise<void> {
    this.closed = true;
    for (const next of this.waiting.splice(0)) next();
    await Promise.all([...this.all].map((thread) => thread.end()));
    this.all.clear();
  }

  private start(): WorkerThread<Question, Answer> {
    const thread = new WorkerThread<Question, Answer>(this.spec);
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
