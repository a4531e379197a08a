import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CommunityKey, Key } from '@app/database';
import { MemberExport } from './member-export.entity';

/** A piece of the file of an export: so that neither who writes it nor who sends it holds all of it. */
@Entity('member_export_parts')
@ForeignKey(() => MemberExport, ['communityId', 'exportId'], ['communityId', 'id'], {
  name: 'member_export_parts_export_fk',
  onDelete: 'CASCADE',
})
export class MemberExportPart {
  @CommunityKey('member_export_parts_pkey')
  communityId: string;

  @Key('member_export_parts_pkey', 'export_id')
  exportId: string;

  /** From 0. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'member_export_parts_pkey' })
  number: number;

  /** A piece of gzipped NDJSON. */
  @Column('bytea')
  content: Buffer;
}
