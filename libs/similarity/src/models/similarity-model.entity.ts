import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Community } from '@app/community';
import { CommunityKey, MaybeMoment, Moment } from '@app/database';
import type { GateFigures } from '../gate/gate-figures';

/** What became of a version: it is being learned, it is in use, it was found worse, or another one took its place. */
export const MODEL_STATES = ['LEARNING', 'SERVING', 'REFUSED', 'RETIRED'] as const;

/** See {@link MODEL_STATES}. */
export type ModelState = (typeof MODEL_STATES)[number];

/** A version of what a community taught about its words. It belongs to that community and never leaves it. */
@Entity('similarity_models')
@Index('similarity_models_learning_key', ['communityId'], { unique: true, where: `state = 'LEARNING'` })
@Index('similarity_models_serving_key', ['communityId'], { unique: true, where: `state = 'SERVING'` })
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'similarity_models_community_fk' })
@Check('similarity_models_state', `state IN ('LEARNING', 'SERVING', 'REFUSED', 'RETIRED')`)
@Check('similarity_models_serving_model', `state <> 'SERVING' OR model IS NOT NULL`)
export class SimilarityModel {
  @CommunityKey('similarity_models_pkey')
  communityId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'similarity_models_pkey' })
  version: number;

  @Column('text')
  state: ModelState;

  /** For WordVectors.fromBuffer; only versions that serve, and the one before, have it. */
  @Column('bytea', { nullable: true })
  model: Buffer | null;

  @Moment('started_at')
  startedAt: Date;

  /** Moved on while it is learned: a version whose learner stands still has none any more. */
  @Moment('seen_at')
  seenAt: Date;

  /** How much of the learning is done, 0 to 1. */
  @Column('real', { default: 0 })
  progress: number;

  @MaybeMoment('learned_at')
  learnedAt: Date | null;

  /** Step of the index up to which its texts were read. */
  @Column('bigint', { name: 'learned_through' })
  learnedThrough: string;

  /** Threads with replies that there were. */
  @Column('integer')
  threads: number;

  /** The log-odds at which half of the right first suggestions of its last month stand; its confidence is .5 there. */
  @Column('real', { name: 'half_right', nullable: true })
  halfRight: number | null;

  /** How many words it knows. */
  @Column('integer', { default: 0 })
  words: number;

  /** How it did on the links of the last month, beside the version before. */
  @Column('jsonb', { nullable: true })
  figures: GateFigures | null;

  /** Why it serves, or does not. */
  @Column('text', { nullable: true })
  reason: string | null;
}
