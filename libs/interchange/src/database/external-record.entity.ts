import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CommunityKey, Key } from '@app/database';

/** What an import has brought: where a row comes from, and what the source said of it when it was last read. */
@Entity('external_records')
export class ExternalRecord {
  @CommunityKey('external_records_pkey')
  communityId: string;

  /** Of the row itself, whatever its table; made of origin, kind and external id. */
  @Key('external_records_pkey')
  id: string;

  /** Which source: a row that has moved with its community is known from where it came first, and from its export. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'external_records_pkey' })
  origin: string;

  /** `topic`, `answer`, … as in the interchange format. */
  @Column('text')
  kind: string;

  /** The source's own id; null once the member that it would tell of is erased. */
  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  /** Of all that the source said, so that an unchanged record is left alone. */
  @Column('text')
  digest: string;

  /** The row's version when it was written; another one means that somebody has edited it here since. */
  @Column('integer', { default: 1 })
  version: number;
}
