import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { Member } from '@app/community';
import { BelongsTo, CommunityKey, Counter, Key } from '@app/database';
import type { HelpScope } from './help-sums';

/**
 * How much a member helped in one place, as it was when helpfulness was last made of the ledger: by trusted confirmations,
 * compared with those who answered beside them. For routing and leads only.
 */
@Entity('helpfulness')
@BelongsTo(() => Member, 'memberId', 'helpfulness_member_fk')
@Check('helpfulness_scope', `scope IN ('COMMUNITY', 'PRODUCT', 'TAG')`)
@Check('helpfulness_sums', 'received >= 0 AND expected >= 0 AND thread_count > 0')
export class HelpfulnessRow {
  @CommunityKey('helpfulness_pkey')
  communityId: string;

  @Key('helpfulness_pkey', 'member_id')
  memberId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'helpfulness_pkey' })
  scope: HelpScope;

  /** The product or the tag; of all the community its own key. What was deleted since is not read any more. */
  @Key('helpfulness_pkey', 'scope_id')
  scopeId: string;

  /** In stars, faded until the moment of the community's state. */
  @Column('double precision')
  received: number;

  /** What those who answered beside them got. */
  @Column('double precision')
  expected: number;

  /** Threads that they answered in. */
  @Counter('thread_count')
  threadCount: number;
}
