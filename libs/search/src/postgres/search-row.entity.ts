import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CommunityKey, CreatedAt, Key, MaybeMoment } from '@app/database';
import type { Resolution, TopicKind, TopicStatus, TopicVisibility } from '@app/community';
import type { SearchKind } from '../documents/search-document';

/**
 * What PostgreSQL keeps of a thing that can be found: what it is found, ordered, counted and filtered by, no text. Rows are
 * small, for a search looks at thousands; the words of the whole stand beside the table and are read for the best only.
 *
 * The row of a removed thing stays, empty, so that who follows the revisions learns of it.
 */
@Entity('search_documents')
@Index('search_documents_revision_idx', ['communityId', 'revision'])
@Index('search_documents_words_idx', ['whole'], { type: 'gin' })
@Check('search_documents_kind', `kind IN ('TOPIC', 'ARTICLE', 'MEMBER', 'TAG', 'PRODUCT')`)
export class SearchRow {
  @CommunityKey('search_documents_pkey')
  communityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'search_documents_pkey' })
  kind: SearchKind;

  @Key('search_documents_pkey')
  id: string;

  /** Grows with each write of the community: what has a higher one was written later. */
  @Column('bigint')
  revision: string;

  @Column('boolean', { default: false })
  removed: boolean;

  /** Of the state in which it was read: one that differs from the thing's is of an old one. */
  @Column('bigint', { default: 0 })
  stamp: string;

  @Column('text', { name: 'topic_kind', nullable: true })
  topicKind: TopicKind | null;

  @Column('text', { nullable: true })
  status: TopicStatus | null;

  @Column('text', { nullable: true })
  resolution: Resolution | null;

  @Column('text', { default: 'PUBLIC' })
  visibility: TopicVisibility;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('uuid', { name: 'product_ids', array: true, default: '{}' })
  productIds: string[];

  @Column('uuid', { name: 'tag_ids', array: true, default: '{}' })
  tagIds: string[];

  /** How many want it: people with the same question, topics of a tag. Orders what is equally relevant. */
  @Column('integer', { default: 0 })
  demand: number;

  /** A name's forms, folded; of tags the synonyms among them. */
  @Column('text', { array: true, default: '{}' })
  names: string[];

  @CreatedAt()
  createdAt: Date;

  @MaybeMoment('last_activity_at')
  lastActivityAt: Date | null;

  /** The words of the title. */
  @Column('tsvector', { default: '' })
  title: string;

  /** All that it is found by: see the decision note on how words, names and filters become lexemes. */
  @Column('tsvector', { default: '' })
  whole: string;
}
