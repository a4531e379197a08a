import { AnswerhoodSource, StackExchangeSource, type Source } from '@app/interchange';

/** An option that only some sources have: its flag and what it is for. */
type SourceOption = readonly [flag: string, description: string];

/** What options of a source say; those that it does not have are missing. */
export interface SourceOptions {
  readonly origin?: string;
  readonly duplicates?: 'link' | 'merge';
  readonly folder?: string;
}

/** Something that a community can come from. */
export interface ImportSource {
  /** As it is written on the command line. */
  readonly name: string;
  readonly argument: readonly [name: string, description: string];
  readonly description: string;
  readonly options: readonly SourceOption[];
  readonly open: (path: string, options: SourceOptions) => Source | Promise<Source>;
}

const ORIGIN: SourceOption = ['--origin <name>', 'names the source, where a community has several of one kind'];
const DUPLICATES: SourceOption = [
  '--duplicates <how>',
  '"link" duplicates to what they repeat, or "merge" them into it',
];

/** Every system that communities come from. */
export const IMPORT_SOURCES: readonly ImportSource[] = [
  {
    name: 'stackexchange',
    argument: ['<folder>', 'of the XML files of a site, plain or gzipped'],
    description: 'from a dump of a Stack Exchange site',
    options: [ORIGIN, DUPLICATES],
    open: (path, options) => new StackExchangeSource(path, options),
  },
  {
    name: 'answerhood',
    argument: ['<folder>', 'of an export, or of files written in its format'],
    description: 'from an export of Answerhood',
    options: [],
    open: (path) => new AnswerhoodSource(path),
  },
];
