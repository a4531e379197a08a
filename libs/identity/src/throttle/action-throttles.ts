import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import { KeyedHash } from '../secrets/keyed-hash';
import { takeTries, type Budget } from './budget';
import { placeOf } from './place';
import { tooManyTries } from './too-many-tries';

/** How often somebody may do something. */
export interface ActionBudget {
  /** What it is, as a word or two: budgets of one name are one budget. */
  readonly action: string;
  readonly tries: number;
  readonly minutes: number;
  /** What else to do, a sentence. */
  readonly advice: string;
}

/** A network may do so many times as much as one address in it. */
const NETWORK_FACTOR = 10;

/** Bounds how often people do what is cheap for them and dear for others. */
@Injectable()
export class ActionThrottles {
  constructor(private readonly hash: KeyedHash) {}

  /** Counts an action of a member; RATE_LIMITED where there were too many. A change that fails is not counted. */
  async admitMember(tx: Tx, memberId: string, budget: ActionBudget): Promise<void> {
    await this.admit(tx, budget, [this.of(budget, memberId)]);
  }

  /** The same of somebody who is not logged in, by where they are. */
  async admitPlace(tx: Tx, ip: string, budget: ActionBudget): Promise<void> {
    const { address, network } = placeOf(ip);
    const wide = { ...budget, tries: budget.tries * NETWORK_FACTOR };
    await this.admit(tx, budget, [this.of(budget, address), this.of(wide, `network ${network}`)]);
  }

  private of({ action, tries, minutes }: ActionBudget, who: string): Budget {
    return { key: this.hash.of('throttle', `${action} by ${who}`), tries, minutes };
  }

  private async admit(tx: Tx, { advice }: ActionBudget, budgets: readonly Budget[]): Promise<void> {
    const row = await tx.row<{ closed: number | null }>(
      sql`WITH ${takeTries(budgets)} SELECT extract(epoch FROM over.until - now())::float8 AS closed FROM over`,
    );
    if (row && row.closed !== null) throw tooManyTries(row.closed, advice);
  }
}
