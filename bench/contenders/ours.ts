import { Environment, keepHeapSmall } from '@app/environment';
import { buildApi } from '../../apps/api/src/build-api';
import { LIMITS } from '../../apps/api/src/graphql/guard/limits';
import { ready } from './ready';

/** The budgets per minute are for many people; here one address asks for everything. */
const UNLIMITED = {
  anonymous: { ...LIMITS.anonymous, costPerMinute: Number.MAX_SAFE_INTEGER },
  member: { ...LIMITS.member, costPerMinute: Number.MAX_SAFE_INTEGER },
  staff: LIMITS.staff,
  key: LIMITS.key,
};

/** The product as it serves: `BENCH_PLAIN` executes plainly, `BENCH_NO_WALL` passes by row-level security. */
async function main(): Promise<void> {
  keepHeapSmall();
  const { BENCH_APP_URL = '', BENCH_ADMIN_URL = '', BENCH_OWNER_URL = '', BENCH_PLAIN, BENCH_NO_WALL } = process.env;
  const environment = Environment.from({
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: 'http://localhost',
    LOG_LEVEL: 'error',
    SECRET: 'x'.repeat(32),
    SMTP_URL: 'smtp://127.0.0.1:1',
  });
  const app = await buildApi({
    environment,
    urls: { ownerUrl: BENCH_OWNER_URL, appUrl: BENCH_NO_WALL ? BENCH_ADMIN_URL : BENCH_APP_URL },
    graphql: { limits: UNLIMITED, ...(BENCH_PLAIN ? { compiledQueries: 0 } : {}) },
  });
  await app.listen(0, '127.0.0.1');
  ready(app.getHttpServer().address());
}

void main();
