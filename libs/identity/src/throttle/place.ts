import { isIPv4, isIPv6 } from 'node:net';

/** Where a request comes from, as widely as one person can spread over addresses, and as one network can. */
export interface Place {
  /** An IPv4 address, or the first 64 bits of an IPv6 one, all of which one household has. */
  readonly address: string;
  /** /24 or /48. */
  readonly network: string;
}

/** The place of a client's address. */
export function placeOf(ip: string): Place {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return { address: plain, network: plain.slice(0, plain.lastIndexOf('.')) };
  if (!isIPv6(plain)) return { address: 'unknown', network: 'unknown' };
  const groups = groupsOf(plain);
  return { address: groups.slice(0, 4).join(':'), network: groups.slice(0, 3).join(':') };
}

/** The eight groups of an IPv6 address in their one canonical spelling. */
function groupsOf(ip: string): string[] {
  const canonical = new URL(`http://[${ip}]/`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  return [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back];
}
