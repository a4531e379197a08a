import { Entity, ForeignKey } from 'typeorm';
import { Community } from '@app/community';
import { CommunityKey, MaybeMoment } from '@app/database';

/** How the copy of a community in Meilisearch does. How far it is stands in Meilisearch, beside what it tells of. */
@Entity('search_mirrors')
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'search_mirrors_community_fk' })
export class SearchMirror {
  @CommunityKey('search_mirrors_pkey')
  communityId: string;

  /** Since when it could not be brought up to date; null where it can. */
  @MaybeMoment('behind_since')
  behindSince: Date | null;
}
