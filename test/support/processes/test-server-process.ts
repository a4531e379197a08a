import { TestServer } from '../test-server';

/** Starts the server of a test run and stays until it is killed; its line of output tells the port. */
async function main(): Promise<void> {
  const { urls } = await TestServer.start();
  process.stdout.write(`${new URL(urls.adminUrl).port}\n`);
  setInterval(() => undefined, 1_000);
}

void main();
