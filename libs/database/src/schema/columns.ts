import { Column, ForeignKey, PrimaryColumn } from 'typeorm';

/** The first column of every tenant table's key: the community that the row belongs to. */
export function CommunityKey(primaryKey: string): PropertyDecorator {
  return PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: primaryKey });
}

/** A further column of a table's key. */
export function Key(primaryKey: string, name?: string): PropertyDecorator {
  return PrimaryColumn('uuid', { ...(name ? { name } : {}), primaryKeyConstraintName: primaryKey });
}

/** A moment, in milliseconds as JavaScript keeps them: finer ones would be lost in cursors. */
export function Moment(name: string): PropertyDecorator {
  return Column({ type: 'timestamptz', name, precision: 3 });
}

/** A moment that may not have come. */
export function MaybeMoment(name: string): PropertyDecorator {
  return Column({ type: 'timestamptz', name, precision: 3, nullable: true });
}

/** The moment the row was written. */
export function CreatedAt(): PropertyDecorator {
  return Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' });
}

/** A number that counts rows elsewhere, kept by the transaction that changes those rows. */
export function Counter(name: string): PropertyDecorator {
  return Column('integer', { name, default: 0 });
}

/** A foreign key to a row of the same community: a row of another community cannot be named. */
export function BelongsTo(target: () => new () => object, property: string, name: string): ClassDecorator {
  return ForeignKey(target, ['communityId', property], ['communityId', 'id'], { name });
}
