import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Environment } from '@app/environment';

/** So long a click may follow its search, in milliseconds. */
const CLICKABLE_MS = 24 * 60 * 60_000;
const SIGNED_BYTES = 12;

/**
 * The ids of searches: UUIDs (version 8) that say when, are random, and end in a signature. So whoever reports a click
 * need not be known, and the search itself need not have been written yet.
 */
@Injectable()
export class SearchIds {
  constructor(private readonly environment: Environment) {}

  /** A new one, of a search that happens now. */
  issue(communityId: string, now = Date.now()): string {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(now, 0, 6);
    bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    this.signature(communityId, bytes).copy(bytes, SIGNED_BYTES);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** Whether this installation made the id, in this community. */
  isGenuine(communityId: string, id: string): boolean {
    const bytes = bytesOf(id);
    return bytes !== null && timingSafeEqual(this.signature(communityId, bytes), bytes.subarray(SIGNED_BYTES));
  }

  /** Whether a click on what the search has found may still be reported. */
  isClickable(communityId: string, id: string, now = Date.now()): boolean {
    return this.isGenuine(communityId, id) && now - (bytesOf(id)?.readUIntBE(0, 6) ?? 0) <= CLICKABLE_MS;
  }

  private signature(communityId: string, bytes: Buffer): Buffer {
    return createHmac('sha256', this.environment.secret)
      .update(`search\0${communityId}\0`)
      .update(bytes.subarray(0, SIGNED_BYTES))
      .digest()
      .subarray(0, 16 - SIGNED_BYTES);
  }
}

function bytesOf(id: string): Buffer | null {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return bytes.length === 16 ? bytes : null;
}
