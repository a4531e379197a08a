import { listsOfJson } from '../../reading/lists-of-json';
import { rowsOfCsv } from '../../reading/rows-of-csv';
import type { SourceFolder } from '../../reading/source-folder';
import type { Found, Place } from '../source';

/** The lists of which a community is made. */
export const LISTS = ['topics', 'posts', 'comments', 'users', 'votes', 'content_tags'] as const;
export type ZendeskList = (typeof LISTS)[number];

/** A row of a table or an object of the API; or why it cannot be read. */
export type ZendeskRow =
  | { readonly list: ZendeskList; readonly at: Place; readonly value: unknown }
  | { readonly list: string; readonly at: Place; readonly other: Found };

const FILES = /\.(?:csv|json)$/i;
/** Names of columns that are written without any space between their words. */
const COLUMNS: Readonly<Record<string, string>> = {
  htmlurl: 'html_url',
  topicid: 'topic_id',
  authorid: 'author_id',
  postid: 'post_id',
  createdat: 'created_at',
  updatedat: 'updated_at',
  votesum: 'vote_sum',
  votecount: 'vote_count',
  itemid: 'item_id',
  itemtype: 'item_type',
};
/** What a table cannot do without. */
const NEEDED: Readonly<Partial<Record<ZendeskList, readonly string[]>>> = {
  topics: ['id', 'name'],
  posts: ['id', 'title', 'details', 'created_at', 'author_id'],
  comments: ['id', 'body', 'post_id', 'created_at', 'author_id'],
  users: ['id', 'name'],
};
const CODE = /(<pre\b[^>]*>[\s\S]*?<\/pre>|<code\b[^>]*>[\s\S]*?<\/code>)/i;

/** The files of a folder, by what their names or their lists say that they hold. */
export class ZendeskFiles {
  constructor(private readonly folder: SourceFolder) {}

  /** Names without `.gz`. */
  names(): Promise<string[]> {
    return this.folder.names(FILES);
  }

  /** The rows of one file, streamed; `others` makes findings of what the import does not know. */
  async *rows(name: string): AsyncGenerator<ZendeskRow> {
    const named = LISTS.find((list) =>
      new RegExp(`(?:^|[^a-z])${list.replace('_', '[-_]?')}(?:[^a-z]|$)`, 'i').test(name),
    );
    const text = await this.folder.need(name);
    const file = text.name;
    if (/\.json$/i.test(name)) {
      for await (const { list, line, value } of listsOfJson(text)) {
        const known = listOf(list, named);
        const at = { file, line };
        if (known) yield { list: known, at, value };
        else
          yield {
            list: list ?? name,
            at,
            other: { at, leftOut: list === null ? 'lists of unknown things' : spoken(list) },
          };
      }
    } else if (named) {
      for await (const row of rowsOfCsv(text, { columns: NEEDED[named] ?? ['id'], nameOf, lenient: true })) {
        const at = { file, line: row.line };
        if ('fault' in row) yield { list: named, at, other: { at, fault: row.fault } };
        else yield { list: named, at, value: withoutStrayEnds(row.cells) };
      }
    } else
      yield {
        list: name,
        at: { file, line: 1 },
        other: { at: { file, line: 1 }, leftOut: 'tables of unknown things' },
      };
  }
}

function listOf(list: string | null, named: ZendeskList | undefined): ZendeskList | undefined {
  if (list === null) return named;
  return list === 'records' ? 'content_tags' : LISTS.find((known) => known === list);
}

function spoken(list: string): string {
  return list.replaceAll('_', ' ');
}

function nameOf(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return COLUMNS[plain] ?? plain;
}

/** Where tables were written with a backslash and an n for the end of a line, a line ends; code may mean just that. */
function withoutStrayEnds(cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => {
      const parts = cell.includes('\\n') ? cell.split(CODE) : [cell];
      return [name, parts.map((part, at) => (at % 2 === 0 ? part.replaceAll('\\n', '\n') : part)).join('')];
    }),
  );
}
