import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Community } from '@app/community';
import { CommunityKey, Key } from '@app/database';

/** What a pretrained model says of a topic or an article: derived, and kept because it takes the model long. */
@Entity('text_embeddings')
@Index('text_embeddings_revision_idx', ['communityId', 'revision'])
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'text_embeddings_community_fk' })
@Check('text_embeddings_kind', `kind IN ('TOPIC', 'ARTICLE')`)
export class TextEmbedding {
  @CommunityKey('text_embeddings_pkey')
  communityId: string;

  @Key('text_embeddings_pkey')
  id: string;

  @Column('text')
  kind: 'TOPIC' | 'ARTICLE';

  /** Of the model. */
  @Column('text')
  embedder: string;

  /** Of the text that it read, so that an unchanged one is not read again. */
  @Column('text')
  digest: string;

  /** 32-bit floats, little-endian, of length 1. */
  @Column('bytea')
  vector: Buffer;

  /** Grows with every change, within a community in the order of commits. */
  @Column('bigint')
  revision: string;
}
