import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CommunityKey } from '@app/database';

/** What kinds of words are counted. */
export const WORD_SPACES = ['TEXT', 'TITLE', 'BAND', 'MEMBER', 'TAG', 'PRODUCT'] as const;

/** See {@link WORD_SPACES}. */
export type WordSpace = (typeof WORD_SPACES)[number];

/**
 * A word that occurs in a community, and in about how many documents: to complete and correct what is typed, and to know
 * beforehand what a query costs. Counts are exact while they are small.
 */
@Entity('search_words')
@Index('search_words_like_idx', { synchronize: false })
@Check('search_words_space', `space IN ('TEXT', 'TITLE', 'BAND', 'MEMBER', 'TAG', 'PRODUCT')`)
export class SearchWord {
  @CommunityKey('search_words_pkey')
  communityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'search_words_pkey' })
  space: WordSpace;

  /** Folded; ordered by code point, so that an index finds words by how they begin. */
  @PrimaryColumn('text', { collation: 'C', primaryKeyConstraintName: 'search_words_pkey' })
  word: string;

  @Column('integer')
  count: number;
}
