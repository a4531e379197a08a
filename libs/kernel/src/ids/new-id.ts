import { v7 } from 'uuid';

/** A new primary key: UUIDv7, so that rows that come together stand together in their indexes. */
export function newId(): string {
  return v7();
}
