import { Check, Entity, PrimaryColumn } from 'typeorm';
import { CommunityKey, Counter, Key } from '@app/database';

/**
 * Votes of a source that tells how many there were and not whose: "7 people found this helpful". Votes up for an
 * answer count into its `star_count`, and never into what asks for trust.
 */
@Entity('vote_totals')
@Check('vote_totals_counts', 'up >= 0 AND down >= 0')
export class VoteTotal {
  @CommunityKey('vote_totals_pkey')
  communityId: string;

  /** A topic, an answer or a comment. Posts are never deleted, so this is no foreign key. */
  @Key('vote_totals_pkey', 'post_id')
  postId: string;

  /** The day in UTC; `-infinity` where the source gives a total without days. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'vote_totals_pkey' })
  day: string;

  @Counter('up')
  up: number;

  @Counter('down')
  down: number;
}
