import { argon2 } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { HashQueue } from './hash-queue';
import type { HashCost } from './phc';

const derive = promisify(argon2);
/** Of the four threads that Node has for such work, two stay free for files, DNS and compression. */
const AT_ONCE = 2;
const MAY_WAIT = 50;
const HASH_BYTES = 32;

/** The slow hash itself: every password that is judged or stored passes through here, and nothing else does. */
@Injectable()
export class Argon2 {
  private readonly queue = new HashQueue(AT_ONCE, MAY_WAIT);

  requireRoom(): void {
    this.queue.requireRoom();
  }

  /** argon2id; UNAVAILABLE where too many others wait for theirs. */
  derive(password: string, salt: Buffer, { memory, passes, parallelism }: HashCost): Promise<Buffer> {
    const message = Buffer.from(password.normalize('NFKC'));
    return this.queue.run(() =>
      derive('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: HASH_BYTES }),
    );
  }
}
