import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';

/** What the rows of one table of a dump become. */
export interface DumpTable {
  read(row: Fields, findings: Findings): void;
}

/** The files that are read, and the element that holds the rows of each. */
export const DUMP_FILES = {
  Users: 'users',
  Tags: 'tags',
  Posts: 'posts',
  Comments: 'comments',
  Votes: 'votes',
  PostLinks: 'postlinks',
  Badges: 'badges',
} as const;

/** See {@link DUMP_FILES}. */
export type DumpFile = keyof typeof DUMP_FILES;
