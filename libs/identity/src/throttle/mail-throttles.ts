import { Injectable } from '@nestjs/common';
import { Transactor } from '@app/database';
import sql from 'sql-template-tag';
import { KeyedHash } from '../secrets/keyed-hash';
import { takeTries, type Budget } from './budget';
import { placeOf } from './place';
import { tooManyTries } from './too-many-tries';

/**
 * Fewer minutes than the shortest-lived link lives: whoever is refused has a link in the mailbox that outlives the
 * wait, so nobody can be kept from resetting by someone who asks in their name.
 */
const PER_RECEIVER = { tries: 3, minutes: 15 };
const PER_ADDRESS = { tries: 20, minutes: 10 };
const PER_NETWORK = { tries: 200, minutes: 10 };
const ADVICE = 'Look into the spam folder for the mail that was sent before.';

/** Bounds how many mails strangers can have sent: to one receiver, and from one place. */
@Injectable()
export class MailThrottles {
  constructor(
    private readonly transactor: Transactor,
    private readonly hash: KeyedHash,
  ) {}

  /** Counts a request for a mail of one kind; RATE_LIMITED where there were too many, be there such an account or not. */
  async admit(kind: string, email: string, ip: string): Promise<void> {
    const { address, network } = placeOf(ip);
    const budgets: Budget[] = [
      { key: this.hash.of('throttle', `${kind} to ${email}`), ...PER_RECEIVER },
      { key: this.hash.of('throttle', `mail from ${address}`), ...PER_ADDRESS },
      { key: this.hash.of('throttle', `mail from network ${network}`), ...PER_NETWORK },
    ];
    const [row] = await this.transactor.runStatement<{ closed: number | null }>(
      sql`WITH ${takeTries(budgets)} SELECT extract(epoch FROM over.until - now())::float8 AS closed FROM over`,
    );
    if (row && row.closed !== null) throw tooManyTries(row.closed, ADVICE);
  }
}
