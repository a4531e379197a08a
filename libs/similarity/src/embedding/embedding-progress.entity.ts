import { Column, Entity, ForeignKey } from 'typeorm';
import { Community } from '@app/community';
import { CommunityKey } from '@app/database';

/** How far a pretrained model has read a community. */
@Entity('embedding_progress')
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'embedding_progress_community_fk' })
export class EmbeddingProgress {
  @CommunityKey('embedding_progress_pkey')
  communityId: string;

  /** Of the model; another one begins anew. */
  @Column('text')
  embedder: string;

  /** Step of the index. */
  @Column('bigint')
  through: string;
}
