import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { Member } from '@app/community';
import { BelongsTo, CommunityKey, Counter, Key, MaybeMoment } from '@app/database';
import type { HelpScope } from './help-sums';

/**
 * How much a member helped in one place, as it was when helpfulness was last made of the ledger: by trusted confirmations,
 * compared with those who answered beside them. For routing and leads; of it the public reads the questions solved.
 */
@Entity('helpfulness')
@BelongsTo(() => Member, 'memberId', 'helpfulness_member_fk')
@Check('helpfulness_scope', `scope IN ('COMMUNITY', 'PRODUCT', 'TAG')`)
@Check('helpfulness_sums', 'received >= 0 AND expected >= 0 AND thread_count > 0')
@Check('helpfulness_solved', '(solved_count > 0) = (last_solved_at IS NOT NULL) AND people_count <= solved_count')
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

  /** Questions that their answers solved, never fading; 0 for all of the community, for which nobody is told a total. */
  @Counter('solved_count')
  solvedCount: number;

  /** Different people who asked those. */
  @Counter('people_count')
  peopleCount: number;

  @MaybeMoment('last_solved_at')
  lastSolvedAt: Date | null;
}
