import { Injectable } from '@nestjs/common';
import { ApiKeysService, type CreatedApiKey, type NewApiKey, type Principal } from '@app/identity';
import { DomainError } from '@app/kernel';
import { requirePermission } from '../access/may';
import type { Viewer } from '../viewer/viewer';

/** Gives people keys, and only admins of a community such as act for its members. */
@Injectable()
export class KeyIssuingService {
  constructor(private readonly keys: ApiKeysService) {}

  /** @param viewer who the principal is in the community in which the key is to act, if any */
  async create(principal: Principal, viewer: Viewer | null, input: NewApiKey): Promise<CreatedApiKey> {
    if (input.actsInCommunityId) {
      if (!viewer) throw DomainError.notFound('community');
      requirePermission(viewer, 'administer');
    }
    return this.keys.create(principal, input);
  }
}
