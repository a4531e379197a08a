import { BASE_COST, CostBudget } from './cost-budget';
import type { LimitContext } from './limits';

const LIMITS = {
  anonymous: { costPerMinute: 100 },
  member: { costPerMinute: 200 },
  staff: { costPerMinute: 300 },
  key: { costPerMinute: 10_000 },
};
const ann: LimitContext = { limitKind: 'member', limitKey: 'ann' };

const limited = expect.objectContaining({
  message: 'You asked for more than one minute allows: wait and try again.',
  originalError: expect.objectContaining({ code: 'RATE_LIMITED', details: { retryAfterSeconds: expect.any(Number) } }),
});

describe('CostBudget', () => {
  it('takes points until none are left, then says when to come back', async () => {
    const budget = new CostBudget(LIMITS);
    await budget.spend(ann, 150 - BASE_COST);
    await budget.spend(ann, 50 - BASE_COST);
    await expect(budget.spend(ann, 1)).rejects.toEqual(limited);
    await expect(budget.requireSome(ann)).rejects.toEqual(limited);
  });

  it('names the seconds in the answer and in its Retry-After', async () => {
    const budget = new CostBudget(LIMITS);
    const error = await budget.spend(ann, 201).catch((caught: unknown) => caught);
    const { http } = (error as { extensions: { http: { status: number; headers: Map<string, string> } } }).extensions;
    expect(http.status).toBe(429);
    expect(Number(http.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(http.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });

  it('counts each viewer, and each kind of viewer, apart', async () => {
    const budget = new CostBudget(LIMITS);
    await budget.spend(ann, 200 - BASE_COST);
    await budget.spend({ ...ann, limitKey: 'ben' }, 200 - BASE_COST);
    await budget.spend({ limitKind: 'anonymous', limitKey: 'ann' }, 100 - BASE_COST);
    await budget.spend({ limitKind: 'key', limitKey: 'ann' }, 10_000 - BASE_COST);
    await expect(budget.spend(ann, 1)).rejects.toEqual(limited);
  });

  it('charges what was refused without a further refusal, until nothing is left', async () => {
    const budget = new CostBudget(LIMITS);
    await budget.requireSome(ann);
    await budget.chargeRefused(ann, 'x'.repeat(5_000));
    await expect(budget.requireSome(ann)).rejects.toEqual(limited);
  });

  it('takes no points for looking', async () => {
    const budget = new CostBudget(LIMITS);
    for (let i = 0; i < 300; i++) await budget.requireSome(ann);
    await budget.spend(ann, 200 - BASE_COST);
  });
});
