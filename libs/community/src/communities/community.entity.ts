import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { CreatedAt } from '@app/database';
import type { CommunitySettings } from './community-settings';

/** Whether readers without membership see a community. */
export const COMMUNITY_VISIBILITIES = ['PUBLIC', 'MEMBERS_ONLY'] as const;
export type CommunityVisibility = (typeof COMMUNITY_VISIBILITIES)[number];

/** A brand's space. Everything that is not an identity belongs to exactly one. */
@Entity('communities')
@Unique('communities_slug_key', ['slug'])
@Check('communities_slug_form', `slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'`)
@Check('communities_visibility', `visibility IN ('PUBLIC', 'MEMBERS_ONLY')`)
export class Community {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'communities_pkey' })
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  /** BCP 47, the language that topics are in unless they say otherwise. */
  @Column('text')
  locale: string;

  @Column('text')
  visibility: CommunityVisibility;

  @Column('jsonb', { default: () => `'{}'` })
  settings: Partial<CommunitySettings>;

  /** The epoch from which on a customer's word counts by the trust put in them; null where it counts by time. */
  @Column('integer', { name: 'trust_epoch', nullable: true })
  trustEpoch: number | null;

  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}
