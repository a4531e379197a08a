import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Moment } from '@app/database';

/** Who does something now that only one process may do at a time; past its end, anybody may. */
@Entity('search_leases')
export class SearchLease {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'search_leases_pkey' })
  name: string;

  @Column('uuid')
  holder: string;

  @Moment('held_until')
  heldUntil: Date;
}
