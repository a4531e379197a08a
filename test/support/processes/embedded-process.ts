import { EmbeddedServer } from '../../../libs/database/src/embedded/embedded-server';

/** Runs an embedded server on the folder of its first argument until SIGTERM; its line of output tells the addresses. */
async function main(): Promise<void> {
  const server = await EmbeddedServer.start({ dataDir: process.argv[2] ?? '', fsync: false });
  const { adminUrl, ownerUrl, appUrl, port } = server;
  process.stdout.write(`${JSON.stringify({ adminUrl, ownerUrl, appUrl, port })}\n`);
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
}

main().catch((error: Error) => {
  process.stderr.write(error.message);
  process.exit(1);
});
