import {
  AnswerhoodSource,
  CsvSource,
  DiscourseSource,
  GetSatisfactionSource,
  KhorosSource,
  StackExchangeSource,
  ZendeskSource,
  type Source,
} from '@app/interchange';
import { Option } from 'commander';

/** What the options of sources say; those that a source does not have are missing. */
export interface SourceOptions {
  readonly origin?: string;
  readonly site?: string;
  readonly duplicates?: 'link' | 'merge';
  readonly folder?: string;
}

/** Something that a community can come from. */
export interface ImportSource {
  /** As it is written on the command line. */
  readonly name: string;
  readonly argument: readonly [name: string, description: string];
  readonly description: string;
  /** Those of it alone. */
  readonly options: readonly Option[];
  readonly open: (path: string, options: SourceOptions) => Source | Promise<Source>;
}

const ORIGIN = new Option('--origin <name>', 'names the source, where a community has several of one kind');
const SITE = new Option('--site <url>', 'where the old community was: what its relative links are relative to');
const FOLDER = new Option('--folder <folder>', 'where the CSV files are; beside the mapping where nothing is said');
const DUPLICATES = new Option(
  '--duplicates <how>',
  'link duplicates to what they repeat, or merge them into it',
).choices(['link', 'merge']);

/** Every system that communities come from. */
export const IMPORT_SOURCES: readonly ImportSource[] = [
  {
    name: 'stackexchange',
    argument: ['<folder>', 'of the XML files of a site, plain or gzipped'],
    description: 'from a dump of a Stack Exchange site',
    options: [ORIGIN, SITE, DUPLICATES],
    open: (path, options) => new StackExchangeSource(path, options),
  },
  {
    name: 'csv',
    argument: ['<mapping>', 'a YAML file that says what the columns mean'],
    description: 'from CSV files of any shape, by a mapping',
    options: [ORIGIN, FOLDER],
    open: (path, options) => CsvSource.open(path, options),
  },
  {
    name: 'getsatisfaction',
    argument: ['<path>', 'a JSON dump of its API, or a folder of such, or of the CSV files of the vendor'],
    description: 'from Get Satisfaction',
    options: [ORIGIN, SITE],
    open: (path, options) => new GetSatisfactionSource(path, options),
  },
  {
    name: 'discourse',
    argument: ['<folder>', 'of topics as JSON, as the forum serves them'],
    description: 'from Discourse',
    options: [ORIGIN, SITE],
    open: (path, options) => new DiscourseSource(path, options),
  },
  {
    name: 'zendesk',
    argument: ['<folder>', 'of the CSV files, or of JSON of the API'],
    description: 'from a Zendesk community',
    options: [ORIGIN, SITE],
    open: (path, options) => new ZendeskSource(path, options),
  },
  {
    name: 'khoros',
    argument: ['<folder>', 'of tables of its database as CSV'],
    description: 'from Khoros (Lithium)',
    options: [ORIGIN, SITE],
    open: (path, options) => new KhorosSource(path, options),
  },
  {
    name: 'answerhood',
    argument: ['<folder>', 'of an export, or of files written in its format'],
    description: 'from an export of Answerhood',
    options: [],
    open: (path) => new AnswerhoodSource(path),
  },
];
