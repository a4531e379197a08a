import type { Place } from '../sources/source';

/** Something that was not taken over. */
export interface Reject {
  readonly at: Place;
  /** A sentence without what the record holds, so that reasons can be counted. */
  readonly reason: string;
  readonly externalId?: string;
}
