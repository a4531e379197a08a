/** How many failures in a row open it, and for how long. */
export interface BreakerLimits {
  readonly failures: number;
  readonly pauseMs: number;
}

/**
 * Keeps callers away from a service that fails: after some failures in a row nobody is let through for a while, then
 * one, whose luck decides for the others.
 */
export class CircuitBreaker {
  private failures = 0;
  private pausedUntil = 0;
  private trying = false;

  constructor(
    private readonly limits: BreakerLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whether a call may go out. `'trial'`: only to see whether the service is back. Who goes out tells how it went. */
  admits(): boolean | 'trial' {
    if (this.failures < this.limits.failures) return true;
    if (this.trying || this.now() < this.pausedUntil) return false;
    this.trying = true;
    return 'trial';
  }

  /** @returns whether that opened the way again */
  succeeded(): boolean {
    const opened = this.failures >= this.limits.failures;
    this.failures = 0;
    this.trying = false;
    return opened;
  }

  /** @returns whether that was one too many */
  failed(): boolean {
    this.failures++;
    this.trying = false;
    if (this.failures >= this.limits.failures) this.pausedUntil = this.now() + this.limits.pauseMs;
    return this.failures === this.limits.failures;
  }
}
