import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '@app/database';
import sql from 'sql-template-tag';
import { KeyedHash } from '../secrets/keyed-hash';
import { takeTries, type Budget } from './budget';
import { placeOf } from './place';
import { tooManyTries } from './too-many-tries';

/** So many wrong passwords in a row lock an account for a minute; each further one doubles the time. */
const FREE_TRIES = 5;
const LONGEST_LOCK_MINUTES = 60;
const PER_ADDRESS = { tries: 20, minutes: 10 };
const PER_NETWORK = { tries: 200, minutes: 10 };
const ADVICE = 'A link to set a new password, which comes by mail, still lets you in.';

/** What a try is counted for. */
export interface LoginTry {
  /** The address that was typed, normalised; there need be no such account. */
  readonly email: string;
  readonly ip: string;
}

interface Admission {
  /** Seconds until the place may try again; null where it may now. */
  readonly closed: number | null;
  /** Tries in a row, this one included; null where the account is locked. */
  readonly tries: number | null;
  readonly locked: number | null;
}

/**
 * Bounds how many passwords are looked at. A try is counted before the password is judged, as if it were wrong, and
 * given back when it was right: so of any number that come together no more than the bound are judged.
 */
@Injectable()
export class LoginThrottles {
  constructor(
    private readonly transactor: Transactor,
    private readonly hash: KeyedHash,
  ) {}

  /** Counts a try; RATE_LIMITED where it must not be judged. Returns whether a further one would have to wait. */
  async admit(attempt: LoginTry): Promise<{ readonly last: boolean }> {
    const { closed, tries, locked } = await this.count(attempt);
    if (closed !== null || tries === null) throw tooManyTries(closed ?? locked ?? 60, ADVICE);
    return { last: tries >= FREE_TRIES };
  }

  /** The password was right: the account starts anew, and its places get their try back. */
  async giveBack(tx: Tx, attempt: LoginTry): Promise<void> {
    const keys = this.budgets(attempt).map(({ key }) => key);
    await tx.rows(sql`
      WITH held AS (SELECT key FROM login_throttles WHERE key = ANY (${keys}::text[]) ORDER BY key FOR UPDATE)
      UPDATE login_throttles t SET tries = greatest(t.tries - 1, 0) FROM held WHERE t.key = held.key`);
    await this.forget(tx, attempt.email);
  }

  /** Unlocks an account whose owner has proved themselves in another way. */
  async forget(tx: Tx, email: string): Promise<void> {
    await tx.rows(sql`DELETE FROM login_throttles WHERE key = ${this.account(email)}`);
  }

  private async count(attempt: LoginTry): Promise<Admission> {
    const account = this.account(attempt.email);
    const [row] = await this.transactor.runStatement<Admission>(sql`
        WITH ${takeTries(this.budgets(attempt))},
        account AS (
          INSERT INTO login_throttles AS t (key, tries, forget_at)
          SELECT ${account}, 1, now() + interval '1 day' FROM over WHERE over.until IS NULL
          ON CONFLICT (key) DO UPDATE SET
            tries = CASE WHEN t.forget_at > now() THEN t.tries + 1 ELSE 1 END,
            forget_at = excluded.forget_at,
            locked_until = CASE WHEN t.forget_at > now() AND t.tries + 1 >= ${FREE_TRIES} THEN now() + make_interval(
              mins => least(${LONGEST_LOCK_MINUTES}, 1 << least(t.tries + 1 - ${FREE_TRIES}, 6))) END
          WHERE t.locked_until IS NULL OR t.locked_until <= now()
          RETURNING tries)
        SELECT extract(epoch FROM over.until - now())::float8 AS closed, account.tries,
          (SELECT extract(epoch FROM t.locked_until - now())::float8 FROM login_throttles t WHERE t.key = ${account}) AS locked
        FROM over LEFT JOIN account ON true`);
    return row ?? { closed: null, tries: null, locked: null };
  }

  private budgets({ ip }: LoginTry): Budget[] {
    const { address, network } = placeOf(ip);
    return [
      { key: this.hash.of('throttle', `login from ${address}`), ...PER_ADDRESS },
      { key: this.hash.of('throttle', `login from network ${network}`), ...PER_NETWORK },
    ];
  }

  private account(email: string): string {
    return this.hash.of('throttle', `login of ${email}`);
  }
}
