import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Community } from '@app/community';
import { CommunityKey } from '@app/database';

/** What an old address can lead to. */
export const REDIRECT_TARGETS = ['TOPIC', 'ANSWER', 'COMMENT', 'MEMBER', 'PRODUCT', 'ARTICLE'] as const;

/** See {@link REDIRECT_TARGETS}. */
export type RedirectTarget = (typeof REDIRECT_TARGETS)[number];

/** An address that something had in the system it comes from. */
@Entity('redirects')
@Index('redirects_target_idx', ['communityId', 'targetId'])
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'redirects_community_fk' })
@Check('redirects_target', `target IN ('TOPIC', 'ANSWER', 'COMMENT', 'MEMBER', 'PRODUCT', 'ARTICLE')`)
@Check('redirects_path', `path ~ '^/' AND octet_length(path) <= 2000`)
export class Redirect {
  @CommunityKey('redirects_pkey')
  communityId: string;

  /** Path and query, decoded, without host and fragment; begins with `/`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'redirects_pkey' })
  path: string;

  @Column('text')
  target: RedirectTarget;

  @Column('uuid', { name: 'target_id' })
  targetId: string;
}
