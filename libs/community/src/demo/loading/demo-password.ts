import { argon2, createHash } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** What is stored of the demo password. It is public anyway, so its salt may be the same on every machine. */
export async function demoPasswordHash(password: string): Promise<string> {
  const salt = createHash('sha256').update('demo salt').digest().subarray(0, 16);
  const cost = { memory: 19_456, passes: 2, parallelism: 1 };
  const hash = await derive('argon2id', { message: Buffer.from(password), nonce: salt, ...cost, tagLength: 32 });
  const [saltText, hashText] = [salt, hash].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${saltText}$${hashText}`;
}
