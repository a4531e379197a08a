import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { CommunityKey, Key, Moment } from '@app/database';
import { Community } from '@app/community';

/**
 * Something that was found was opened. Searches are written later than they happen, so a click may stand here before
 * its search does, and one whose search is never written is counted nowhere.
 */
@Entity('search_clicks')
@Index('search_clicks_recent_idx', ['communityId', 'clickedAt'])
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'search_clicks_community_fk' })
@Check('search_clicks_kind', `kind IN ('TOPIC', 'ARTICLE')`)
@Check('search_clicks_position', 'position BETWEEN 1 AND 1000')
export class SearchClick {
  @CommunityKey('search_clicks_pkey')
  communityId: string;

  @Key('search_clicks_pkey', 'search_id')
  searchId: string;

  @Column('text')
  kind: 'TOPIC' | 'ARTICLE';

  @Key('search_clicks_pkey', 'thing_id')
  thingId: string;

  /** Its place among the hits, from 1. */
  @Column('integer')
  position: number;

  @Moment('clicked_at')
  clickedAt: Date;
}
