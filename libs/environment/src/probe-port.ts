import { createServer, type AddressInfo } from 'node:net';

/**
 * Finds out whether one may listen there, without staying.
 * @param port 0 for any that is free
 * @returns the port, free a moment ago
 * @throws the error of the system when it is taken, or the host is none of this machine
 */
export function probePort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port }, () => {
      const { port: found } = server.address() as AddressInfo;
      server.close(() => resolve(found));
    });
  });
}
