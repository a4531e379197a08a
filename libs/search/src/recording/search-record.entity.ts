import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { BelongsTo, CommunityKey, Key, Moment } from '@app/database';
import { Community, Member } from '@app/community';

/** Code points that are kept of what was looked for. */
export const MOST_QUERY = 200;

/** What somebody looked for, as they typed it in the end. Who that was is known of members only. */
@Entity('searches')
@Index('searches_recent_idx', ['communityId', 'searchedAt'])
@Index('searches_member_idx', ['communityId', 'memberId'], { where: 'member_id IS NOT NULL' })
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'searches_community_fk' })
@BelongsTo(() => Member, 'memberId', 'searches_member_fk')
@Check('searches_query', 'char_length(query) BETWEEN 1 AND 200')
@Check('searches_result_count', 'result_count >= 0')
export class SearchRecord {
  @CommunityKey('searches_pkey')
  communityId: string;

  @Key('searches_pkey')
  id: string;

  /** Folded and cut. */
  @Column('text')
  query: string;

  @Column('integer', { name: 'result_count' })
  resultCount: number;

  /** Whether the preferred engine did not answer. */
  @Column('boolean')
  degraded: boolean;

  /** Null for readers who were not logged in, or are former members now. */
  @Column('uuid', { name: 'member_id', nullable: true })
  memberId: string | null;

  @Moment('searched_at')
  searchedAt: Date;
}
