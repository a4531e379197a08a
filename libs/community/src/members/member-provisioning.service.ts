import { Injectable } from '@nestjs/common';
import { createOnce, EventLog, Transactor, type Tx } from '@app/database';
import type { Role } from '@app/kernel';
import { requirePermission } from '../access/may';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { handleFaultOf } from './member-for-change';
import { Member } from './member.entity';

/** A member to be, whom nobody has claimed yet. */
export interface NewMember {
  readonly idempotencyKey: string;
  readonly handle: string;
  readonly displayName: string;
  /** CUSTOMER where nothing is said. */
  readonly role?: Role | null;
}

/** Makes members ahead of the people they stand for: for imports, and for keys that act for them. */
@Injectable()
export class MemberProvisioningService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** The id of the member that this call, or the first one with its key, has made; HANDLE_TAKEN for a handle in use. */
  async create(viewer: Viewer, input: NewMember): Promise<string> {
    requirePermission(viewer, 'administer');
    const { communityId, memberId } = viewer;
    const call = { communityId, memberId, operation: 'createMember', key: input.idempotencyKey, input };
    return this.transactor
      .run(communityId, (tx) => createOnce(tx, call, (id) => this.make(tx, viewer, id, input)))
      .catch((error: unknown) => {
        throw handleFaultOf(error);
      });
  }

  private async make(tx: Tx, viewer: MemberViewer, id: string, input: NewMember): Promise<void> {
    const { handle, displayName } = input;
    const role = input.role ?? 'CUSTOMER';
    await tx.insert(Member, { communityId: viewer.communityId, id, handle, displayName, role });
    await this.events.append(tx, viewer, { type: 'member.created', subjectId: id, data: { handle, role } });
  }
}
