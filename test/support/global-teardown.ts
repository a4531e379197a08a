import type { TestServer } from './test-server';

declare global {
  /** The server of this run, from the global setup to the global teardown, which share no other state. */
  var answerhoodTestServer: TestServer | undefined;
}

/** After all test files. A run that never gets here is cleaned up after by the watchdog. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.answerhoodTestServer?.stop();
}
