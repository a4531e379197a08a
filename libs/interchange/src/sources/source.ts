import type { InterchangeRecord } from '../format/interchange-record';

/** Where in a source something stands. */
export interface Place {
  /** Relative to the folder of the source. */
  readonly file: string;
  /** From 1: the line on which the row begins; of JSON, which is often one long line, which element of its list. */
  readonly line: number;
}

/** One thing that a reader has come to. */
export type Found =
  | { readonly at: Place; readonly record: InterchangeRecord }
  /** A row that cannot be read; the reason is a sentence without what the row holds, so that reasons can be counted. */
  | { readonly at: Place; readonly fault: string; readonly externalId?: string }
  /** What is left out on purpose, counted by name: "tag wikis". */
  | { readonly at: Place; readonly leftOut: string };

/** Turns one source into records. Reading twice gives the same, in the same order: that is how an import goes on. */
export interface Source {
  /** Names the source among several of one community; part of the identity of everything it brings. */
  readonly origin: string;
  /** What relative links in its texts are relative to; they are written out as text where it does not say. */
  readonly baseUrl?: string;
  /** Every file that will be read, for the fingerprint of the source. Throws {@link SourceFault} where one is missing. */
  files(): Promise<readonly SourceFile[]>;
  /**
   * Everything in it, streamed, in any order that does not hold more than a few rows in memory.
   * @throws SourceFault where a file is broken, with the row up to which it could be read
   */
  records(): AsyncIterable<Found>;
  /** How much of all its bytes has been read, from 0 to 1. */
  progress(): number;
}

/** A file of a source. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}
