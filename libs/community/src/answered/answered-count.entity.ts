import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CommunityKey, Counter, Key } from '@app/database';
import { Community } from '../communities/community.entity';

/** What can answer a question before it is asked. */
export const ANSWERING_KINDS = ['TOPIC', 'ARTICLE'] as const;

/** See {@link ANSWERING_KINDS}. */
export type AnsweringKind = (typeof ANSWERING_KINDS)[number];

/** How often a topic or an article was said to have answered somebody who was about to ask. */
@Entity('answered_counts')
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'answered_counts_community_fk' })
@Check('answered_counts_kind', `kind IN ('TOPIC', 'ARTICLE')`)
export class AnsweredCount {
  @CommunityKey('answered_counts_pkey')
  communityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'answered_counts_pkey' })
  kind: AnsweringKind;

  @Key('answered_counts_pkey')
  id: string;

  /** Attempts at asking that said "this answered me". */
  @Counter('answered_me')
  answeredMe: number;
}
