import { GlobalId, newId, type Role } from '@app/kernel';
import { hashToken, newToken } from '@app/identity';
import { Pool } from 'pg';
import { TestUser } from './test-user';

/** A community for a test. */
export interface TestCommunity {
  readonly key: string;
  /** The global id. */
  readonly id: string;
  readonly slug: string;
}

interface MemberOptions {
  readonly role?: Role;
  readonly seat?: boolean;
  /** Days since they joined; 30 unless given. */
  readonly days?: number;
  readonly suspended?: boolean;
}

let count = 0;

/** Makes what tests start from, by SQL as the owner, so that a test of one thing does not depend on the API of another. */
export class Founder {
  private readonly pool: Pool;

  constructor(ownerUrl: string) {
    this.pool = new Pool({ connectionString: ownerUrl, max: 2 });
    this.pool.on('error', () => undefined);
  }

  /** Statements in the scope of one community. */
  async sql<Row extends object>(communityKey: string, text: string, values: unknown[] = []): Promise<Row[]> {
    const client = await this.pool.connect();
    try {
      await client.query(`BEGIN; SET LOCAL app.community_id = '${communityKey}'`);
      const { rows } = await client.query<Row>(text, values);
      await client.query('COMMIT');
      return rows;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  async community(settings: object = {}, visibility = 'PUBLIC'): Promise<TestCommunity> {
    const key = newId();
    const slug = `community-${++count}`;
    await this.pool.query(
      'INSERT INTO communities (id, slug, name, locale, visibility, settings) VALUES ($1, $2, $3, $4, $5, $6)',
      [key, slug, `Community ${count}`, 'en', visibility, settings],
    );
    return { key, id: GlobalId.encode('Community', key, key), slug };
  }

  /** A user with a verified address and a session, in no community. */
  async user(url: string): Promise<TestUser & { readonly userId: string }> {
    const userId = newId();
    const token = newToken('session');
    await this.pool.query('INSERT INTO users (id, email, email_verified_at) VALUES ($1, $2, now())', [
      userId,
      `user-${++count}@example.com`,
    ]);
    await this.pool.query(
      `INSERT INTO sessions (id, user_id, token_hash, expires_at) VALUES ($1, $2, $3, now() + interval '1 day')`,
      [newId(), userId, hashToken(token)],
    );
    return Object.assign(new TestUser(url, token), { userId });
  }

  /** A member of a community, logged in. */
  async member(url: string, { key }: TestCommunity, options: MemberOptions = {}): Promise<TestUser> {
    const user = await this.user(url);
    const id = newId();
    await this.sql(
      key,
      `INSERT INTO members (community_id, id, user_id, handle, display_name, role, seat, created_at, suspended_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() - make_interval(days => $8), $9)`,
      [
        key,
        id,
        user.userId,
        `member-${++count}`,
        `Member ${count}`,
        options.role ?? 'CUSTOMER',
        options.seat ?? false,
        options.days ?? 30,
        options.suspended ? '2999-01-01' : null,
      ],
    );
    return new TestUser(url, user.token, GlobalId.encode('Member', key, id));
  }

  /** The global id of a new product. */
  async product({ key }: TestCommunity): Promise<string> {
    const id = newId();
    await this.sql(key, 'INSERT INTO products (community_id, id, slug, name) VALUES ($1, $2, $3, $4)', [
      key,
      id,
      `product-${++count}`,
      `Product ${count}`,
    ]);
    return GlobalId.encode('Product', key, id);
  }

  async stop(): Promise<void> {
    await this.pool.end();
  }
}
