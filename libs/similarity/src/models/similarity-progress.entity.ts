import { Column, Entity, ForeignKey } from 'typeorm';
import { Community } from '@app/community';
import { CommunityKey, MaybeMoment } from '@app/database';

/** How far similarity has followed a community. */
@Entity('similarity_progress')
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'similarity_progress_community_fk' })
export class SimilarityProgress {
  @CommunityKey('similarity_progress_pkey')
  communityId: string;

  /** Step of the index up to which links were read out of replies. */
  @Column('bigint', { name: 'links_through', default: 0 })
  linksThrough: string;

  /** When it was last asked whether the community has grown enough to learn anew. */
  @MaybeMoment('growth_checked_at')
  growthCheckedAt: Date | null;

  /** When bursts were last looked for. */
  @MaybeMoment('bursts_checked_at')
  burstsCheckedAt: Date | null;
}
