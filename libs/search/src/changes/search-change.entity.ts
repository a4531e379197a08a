import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CommunityKey } from '@app/database';
import type { SearchKind } from '../documents/search-document';

/**
 * A thing that has to be indexed again. Triggers note it in the transaction of the change, whoever makes it; rows are only
 * ever added and taken away, never changed, so that no writer waits for another.
 */
@Entity('search_changes')
@Index('search_changes_thing_idx', ['communityId', 'kind', 'id'])
@Check('search_changes_kind', `kind IN ('TOPIC', 'ARTICLE', 'MEMBER', 'TAG', 'PRODUCT')`)
export class SearchChange {
  @CommunityKey('search_changes_pkey')
  communityId: string;

  @PrimaryColumn('bigint', {
    primaryKeyConstraintName: 'search_changes_pkey',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  seq: string;

  @Column('text')
  kind: SearchKind;

  @Column('uuid')
  id: string;
}
