import { Check, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, CommunityKey, Key } from '@app/database';
import { TopicMerge } from './topic-merge.entity';

/** What a merge moved, so that undoing it moves back exactly that. */
@Entity('merged_rows')
@BelongsTo(() => TopicMerge, 'mergeId', 'merged_rows_merge_fk')
@Check('merged_rows_what', `what IN ('ANSWER', 'COMMENT', 'ME_TOO', 'FOLLOW')`)
export class MergedRow {
  @CommunityKey('merged_rows_pkey')
  communityId: string;

  @Key('merged_rows_pkey', 'merge_id')
  mergeId: string;

  /** The answer or comment, or the member whose me-too or follow it is. */
  @Key('merged_rows_pkey', 'row_id')
  rowId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'merged_rows_pkey' })
  what: 'ANSWER' | 'COMMENT' | 'ME_TOO' | 'FOLLOW';
}
