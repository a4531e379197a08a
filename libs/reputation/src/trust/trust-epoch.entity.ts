import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Community } from '@app/community';
import { CommunityKey, Moment } from '@app/database';

/**
 * Whose word counted how much from a moment on. It is written at once with all its weights, and is in force until the
 * next one is there; those before stay as what they were made of, without weights.
 */
@Entity('trust_epochs')
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'trust_epochs_community_fk' })
export class TrustEpoch {
  @CommunityKey('trust_epochs_pkey')
  communityId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'trust_epochs_pkey' })
  number: number;

  /** The version of the rules by which it was computed. */
  @Column('integer', { name: 'rule_version' })
  ruleVersion: number;

  /** Names, without telling them, the members from whom all trust comes: two epochs of the same seeds have the same. */
  @Column('text', { name: 'seeds_digest' })
  seedsDigest: string;

  /** Names the words that came of it: where they would be the same again, there is no new epoch. */
  @Column('text', { name: 'words_digest' })
  wordsDigest: string;

  /** Members from whom all trust comes. */
  @Column('integer', { name: 'seed_count' })
  seedCount: number;

  /** Members whose word counts, seeds included. */
  @Column('integer', { name: 'word_count' })
  wordCount: number;

  /** Entries of the ledger that it was made of. */
  @Column('integer', { name: 'entry_count' })
  entryCount: number;

  @Moment('began_at')
  beganAt: Date;
}
