import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { CommunityKey, CreatedAt } from '@app/database';
import type { SearchKind } from '../documents/search-document';

/** Why everything is gone over: to write it anew, or to write what differs from what is indexed. */
export const PASS_TASKS = ['REINDEX', 'SWEEP'] as const;

/** See {@link PASS_TASKS}. */
export type PassTask = (typeof PASS_TASKS)[number];

/** A walk over everything of a community, kind by kind and id by id; the row is gone when it is at its end. */
@Entity('search_passes')
@Check('search_passes_task', `task IN ('REINDEX', 'SWEEP')`)
@Check('search_passes_kind', `kind IN ('TOPIC', 'ARTICLE', 'MEMBER', 'TAG', 'PRODUCT')`)
export class SearchPass {
  @CommunityKey('search_passes_pkey')
  communityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'search_passes_pkey' })
  task: PassTask;

  /** Where it is: all of the kinds before this one is done, … */
  @Column('text', { default: 'TOPIC' })
  kind: SearchKind;

  /** … and of this one what is not behind this id. */
  @Column('uuid', { name: 'after_id', default: '00000000-0000-0000-0000-000000000000' })
  afterId: string;

  /** How many things are behind it. */
  @Column('integer', { default: 0 })
  done: number;

  /** How many there were when it set out; null until it does. */
  @Column('integer', { nullable: true })
  total: number | null;

  @CreatedAt()
  createdAt: Date;
}
