import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Argon2 } from './argon2';
import { Phc, type HashCost } from './phc';

/** The least that OWASP asks for. Raising it rehashes each password when its owner next logs in. */
const COST: HashCost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;

/** What a look at a password has shown. */
export interface PasswordVerdict {
  readonly right: boolean;
  /** Stored at a lower cost than new ones are: to be hashed again. */
  readonly outdated: boolean;
}

/** Makes and checks stored passwords. */
@Injectable()
export class PasswordHasher {
  private readonly nobody = Phc.format({ cost: COST, salt: randomBytes(SALT_BYTES), hash: randomBytes(32) });

  constructor(private readonly argon2: Argon2) {}

  /** UNAVAILABLE where a hash would be refused: asked before a try is counted. */
  requireRoom(): void {
    this.argon2.requireRoom();
  }

  /** What is stored of a password. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    return Phc.format({ cost: COST, salt, hash: await this.argon2.derive(password, salt, COST) });
  }

  /** Whether a password is the stored one. Where none is stored the same work is done, and it is not. */
  async judge(password: string, stored: string | null): Promise<PasswordVerdict> {
    const { cost, salt, hash } = Phc.parse(stored ?? this.nobody);
    const right = timingSafeEqual(await this.argon2.derive(password, salt, cost), hash) && stored !== null;
    return { right, outdated: right && (cost.memory < COST.memory || cost.passes < COST.passes) };
  }
}
