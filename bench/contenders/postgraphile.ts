import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makeV4Preset } from 'postgraphile/presets/v4';
import { GENERATED_COMMUNITY_ID } from '../data/generate-community';
import { ready } from './ready';

/** PostGraphile over the same tables, behind the same wall. */
async function main(): Promise<void> {
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset, makeV4Preset({ simpleCollections: 'omit' })],
    pgServices: [
      makePgService({ connectionString: process.env['BENCH_APP_URL'], schemas: ['public'], poolConfig: { max: 10 } }),
    ],
    grafast: { context: () => ({ pgSettings: { 'app.community_id': GENERATED_COMMUNITY_ID } }) },
    grafserv: { graphqlPath: '/graphql', watch: false },
  });
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  server.listen(0, '127.0.0.1', () => ready(server.address()));
}

void main();
