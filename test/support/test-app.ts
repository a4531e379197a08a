import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildApi } from '../../apps/api/src/build-api';
import { Environment } from '@app/environment';
import { Founder } from './founder';
import { PlainTwin } from './plain-twin';
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
    private readonly twin: PlainTwin,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<TestApp> {
    const database = await TestDatabase.create();
    const environment = Environment.from({ NODE_ENV: 'test', LOG_LEVEL: 'error', PORT: '0', ...settings });
    const app = await buildApi({ environment, urls: database });
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    return new TestApp(
      app,
      database,
      url,
      new Founder(database.ownerUrl),
      PlainTwin.beside(url, { environment, urls: database }),
    );
  }

  /** Somebody who is not logged in. */
  get stranger(): TestUser {
    return new TestUser(this.url, null);
  }

  async stop(): Promise<void> {
    await this.founder.stop();
    await this.twin.stop();
    await this.app.close();
    await this.database.drop();
  }
}
