import { DomainError } from '@app/kernel';

/**
 * Lets only so many hashes be made at once, since they share the few threads that files and DNS need too, and only
 * so many wait: a flood of logins is turned away while everything else goes on.
 */
export class HashQueue {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(
    private readonly atOnce: number,
    private readonly mayWait: number,
  ) {}

  /** UNAVAILABLE where too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running++;
    else await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // Whoever comes next takes this place over.
      if (next) next();
      else this.running--;
    }
  }

  /** UNAVAILABLE where work that came now would be turned away. */
  requireRoom(): void {
    if (this.waiting.length >= this.mayWait) {
      throw new DomainError('UNAVAILABLE', 'Too many people log in right now: try again in a moment.', {
        retryAfterSeconds: 2,
      });
    }
  }

  private turn(): Promise<void> {
    this.requireRoom();
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
