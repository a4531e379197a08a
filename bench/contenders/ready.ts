import type { AddressInfo } from 'node:net';

/** Tells the runner where this contender listens. */
export function ready(address: AddressInfo | string | null): void {
  if (typeof address === 'object' && address) process.send?.({ port: address.port });
}
