import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refusal } from '../errors/refusal';
import { LIMIT_KINDS, LIMITS, type GuardLimits, type LimitContext, type LimitKind } from './limits';

/** Seconds until a budget is full again. */
const WINDOW = 60;

function tooMany({ msBeforeNext }: RateLimiterRes): Error {
  return refusal('RATE_LIMITED', 'You asked for more than one minute allows: wait and try again.', {
    retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  });
}

/**
 * Cost points that each viewer may spend in a minute, counted in this process: with n processes behind one address
 * the budget is n-fold, which is what each process can serve.
 */
export class CostBudget {
  private readonly limiters: Readonly<Record<LimitKind, RateLimiterMemory>>;

  constructor(limits: Readonly<Record<LimitKind, Pick<GuardLimits, 'costPerMinute'>>> = LIMITS) {
    this.limiters = Object.fromEntries(
      LIMIT_KINDS.map((kind) => [
        kind,
        new RateLimiterMemory({ points: limits[kind].costPerMinute, duration: WINDOW }),
      ]),
    ) as Record<LimitKind, RateLimiterMemory>;
  }

  /** Takes `points`; throws a refusal with RATE_LIMITED and `retryAfterSeconds` where they are not there. */
  async spend({ limitKind, limitKey }: LimitContext, points: number): Promise<void> {
    try {
      await this.limiters[limitKind].consume(limitKey, points);
    } catch (error) {
      throw error instanceof RateLimiterRes ? tooMany(error) : error;
    }
  }

  /** Throws as `spend` does where nothing is left, and takes nothing. */
  async requireSome({ limitKind, limitKey }: LimitContext): Promise<void> {
    const limiter = this.limiters[limitKind];
    const spent = await limiter.get(limitKey);
    if (spent && spent.remainingPoints <= 0) throw tooMany(spent);
  }

  /** Takes `points` from whoever sent what was refused; the refusal itself is the answer. */
  async charge({ limitKind, limitKey }: LimitContext, points: number): Promise<void> {
    await this.limiters[limitKind].penalty(limitKey, points);
  }
}
