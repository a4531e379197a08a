import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildApi } from '../../apps/api/src/build-api';
import { Environment } from '@app/environment';
import { Founder } from './founder';
import { TestDatabase } from './test-database';
import { TestUser } from './test-user';

/** A running API on a database of its own; people speak to it over HTTP. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
    readonly url: string,
    /** Makes communities and people behind the API's back, by SQL. */
    readonly founder: Founder,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<TestApp> {
    const database = await TestDatabase.create();
    const environment = Environment.from({ NODE_ENV: 'test', LOG_LEVEL: 'error', PORT: '0', ...settings });
    const app = await buildApi({ environment, urls: database });
    await app.listen(0, '127.0.0.1');
    return new TestApp(app, database, await app.getUrl(), new Founder(database.ownerUrl));
  }

  /** Somebody who is not logged in. */
  get stranger(): TestUser {
    return new TestUser(this.url, null);
  }

  async stop(): Promise<void> {
    await this.founder.stop();
    await this.app.close();
    await this.database.drop();
  }
}
