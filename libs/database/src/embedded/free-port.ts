import { createServer, type AddressInfo } from 'node:net';

const LOOPBACK = '127.0.0.1';

/**
 * A loopback port that nobody listens on at this moment.
 * @param wished taken when it is free; 0 for any
 */
export async function freePort(wished: number): Promise<number> {
  try {
    return await listenOnce(wished);
  } catch {
    return listenOnce(0);
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port }, () => {
      const { port: found } = server.address() as AddressInfo;
      server.close(() => resolve(found));
    });
  });
}
