import { setTimeout as pause } from 'node:timers/promises';
import { Argon2 } from '@app/identity';
import { MailRoom } from '../mail/mail-room';
import { TestApp } from '../test-app';
import { TestUser } from '../test-user';
import { IDENTITY } from './identity-operations';

const SETTINGS = {
  PUBLIC_URL: 'https://help.example.com',
  SECRET: 'for tests only, and long enough for them',
  TRUSTED_PROXIES: '1',
};
const NO_SCOPE = '00000000-0000-0000-0000-000000000000';

/** What everybody's password is in the beginning. */
export const PASSWORD = 'a long enough secret';

/** An API, the worker beside it, and a mail server: where people register, log in and get mail. */
export class IdentityHouse {
  private count = 0;

  private constructor(
    readonly api: TestApp,
    readonly mails: MailRoom,
  ) {}

  static async open(): Promise<IdentityHouse> {
    const api = await TestApp.start(SETTINGS);
    return new IdentityHouse(api, await MailRoom.open(api.database, SETTINGS));
  }

  get url(): string {
    return this.api.url;
  }

  /** Somebody at an address of their own, so that one test does not use up the tries of another. */
  stranger(headers: Record<string, string> = {}): TestUser {
    const n = this.count++;
    return new TestUser(this.url, null, '', { 'x-forwarded-for': `10.${n >> 8}.${n & 255}.1`, ...headers });
  }

  /** Whoever has this token. */
  bearer(token: string, headers: Record<string, string> = {}): TestUser {
    return new TestUser(this.url, token, '', headers);
  }

  newEmail(): string {
    return `person-${this.count++}@example.com`;
  }

  /** Registers a user, and returns the token of the link in the mail that comes. */
  async register(email = this.newEmail()): Promise<{ email: string; token: string }> {
    await this.stranger().ask(IDENTITY.REGISTER, { input: { email, password: PASSWORD } });
    return { email, token: (await this.mails.next(email)).token };
  }

  /** The token of a new session. */
  async logIn(email: string, password = PASSWORD, who = this.stranger()): Promise<string> {
    const { logIn } = await who.ask<{ logIn: { token: string } }>(IDENTITY.LOG_IN, { input: { email, password } });
    return logIn.token;
  }

  /** How many passwords are hashed while some work is done. */
  async hashes(work: () => Promise<unknown>): Promise<number> {
    const derive = jest.spyOn(this.api.app.get(Argon2), 'derive');
    await work();
    const { length } = derive.mock.calls;
    derive.mockRestore();
    return length;
  }

  /** Rows of what belongs to no community. */
  sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.api.founder.sql<Row>(NO_SCOPE, text, values);
  }

  /** Until the worker has nothing left to do. */
  async idle(): Promise<void> {
    for (let i = 0; i < 200; i++) {
      const [row] = await this.sql<{ n: number }>('SELECT count(*)::int AS n FROM graphile_worker.jobs');
      if (row?.n === 0) return;
      await pause(25);
    }
    throw new Error('The worker does not come to an end.');
  }

  async close(): Promise<void> {
    await this.mails.close();
    await this.api.stop();
  }
}
