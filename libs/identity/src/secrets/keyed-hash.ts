import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Environment } from '@app/environment';

/** What a keyed hash is made for: those of two purposes have nothing to do with each other. */
export type HashPurpose = 'one-time link' | 'throttle' | 'audit' | 'data export' | 'ask attempt' | 'survey';

/**
 * Hashes that only this installation can make, under its SECRET: what can be guessed (an address, an IP) is not
 * found out from them, and what is derived by them cannot be forged.
 */
@Injectable()
export class KeyedHash {
  constructor(private readonly environment: Environment) {}

  /** 256 bits, base64url. */
  of(purpose: HashPurpose, text: string): string {
    return createHmac('sha256', this.environment.secret).update(`${purpose}\0${text}`).digest('base64url');
  }
}
