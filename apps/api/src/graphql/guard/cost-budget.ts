import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refusal } from '../errors/refusal';
import { LIMIT_KINDS, LIMITS, type GuardLimits, type LimitContext, type LimitKind } from './limits';

/** Points for what every document costs: a request, a look at who asks. */
export const BASE_COST = 5;
/** A document that is refused is paid by its length: it took time to find out. */
const CHARACTERS_PER_POINT = 16;
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

  /** Takes the price of a document that costs `cost`; throws a refusal with RATE_LIMITED and `retryAfterSeconds` where they are not there. */
  async spend({ limitKind, limitKey }: LimitContext, cost: number): Promise<void> {
    try {
      await this.limiters[limitKind].consume(limitKey, BASE_COST + cost);
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

  /** Takes the price of a document that was refused; the refusal itself is the answer. */
  async chargeRefused({ limitKind, limitKey }: LimitContext, document: unknown): Promise<void> {
    const length = typeof document === 'string' ? document.length : 0;
    await this.limiters[limitKind].penalty(limitKey, BASE_COST + Math.ceil(length / CHARACTERS_PER_POINT));
  }
}
