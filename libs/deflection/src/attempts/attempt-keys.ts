import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isToken, KeyedHash, tokenFrom } from '@app/identity';
import { keyFrom, shareOf } from '../sampling/drawn';

/** Names an attempt in its community. */
export interface AttemptName {
  readonly communityId: string;
  readonly id: string;
}

/** What is derived of attempts under the secret of the installation, and so stored nowhere and the same at any time. */
@Injectable()
export class AttemptKeys {
  constructor(private readonly hash: KeyedHash) {}

  /** The id of the attempt that somebody starts by an idempotency key: one key of one person is one attempt. */
  idOf(communityId: string, memberId: string | null, key: string): string {
    return keyFrom(this.bits(`id\n${communityId}\n${memberId ?? 'nobody'}\n${key}`));
  }

  /** What whoever started an attempt without being logged in proves by that it is theirs. */
  tokenOf({ communityId, id }: AttemptName): string {
    return tokenFrom('attempt', this.bits(`token\n${communityId}\n${id}`));
  }

  isTokenOf(token: string, name: AttemptName): boolean {
    return isToken('attempt', token) && timingSafeEqual(Buffer.from(token), Buffer.from(this.tokenOf(name)));
  }

  /** Whether an attempt belongs to the share that sees no suggestions. */
  isHeldOut({ communityId, id }: AttemptName, percent: number): boolean {
    return shareOf(this.bits(`hold-out\n${communityId}\n${id}`)) * 100 < percent;
  }

  /** Whether an attempt belongs to the share that is asked the survey. */
  isSurveyed({ communityId, id }: AttemptName, percent: number): boolean {
    return shareOf(this.bits(`survey\n${communityId}\n${id}`)) * 100 < percent;
  }

  private bits(text: string): string {
    return this.hash.of('ask attempt', text);
  }
}
