const VARIABLE = 'ANSWERHOOD_TEST_SERVER';

/** How test files reach the server of this run. */
export interface TestServerUrls {
  readonly adminUrl: string;
  /** Addresses of the migrated template, which every test database is a copy of. */
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** Test files run in processes of their own, which inherit the environment of the one that runs the global setup. */
export function publishTestServer(urls: TestServerUrls): void {
  process.env[VARIABLE] = JSON.stringify(urls);
}

export function testServerUrls(): TestServerUrls {
  const published = process.env[VARIABLE];
  if (!published)
    throw new Error('No test server: run the tests through jest with the global setup of jest.config.js.');
  return JSON.parse(published) as TestServerUrls;
}
