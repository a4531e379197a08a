import { SourceFolder } from '../../reading/source-folder';
import type { Found, Place, Source, SourceFile } from '../source';
import { SourceFault } from '../source.fault';
import type { SourceOptions } from '../source-options';
import { LISTS, ZendeskFiles, type ZendeskList } from './zendesk-files';
import { ZendeskMapper } from './zendesk.mapper';

/** What is done with the rows of a list while the files are gone through. */
type Reading = Partial<Record<ZendeskList, (value: unknown, at: Place) => readonly Found[]>>;

/**
 * A Zendesk community: a folder with its tables as CSV (topics, posts, comments, users), or with what its API gave
 * (files of any number of pages, told by their lists), or both. The files are gone through as often as there are
 * things to know before others can be read.
 */
export class ZendeskSource implements Source {
  readonly origin: string;
  readonly baseUrl?: string;
  private folder: SourceFolder | null = null;
  private readonly lists = new Map<string, Set<string>>();
  private done = 0;

  constructor(
    private readonly path: string,
    { origin = 'zendesk', site }: SourceOptions = {},
  ) {
    this.origin = origin;
    this.baseUrl = site;
  }

  async files(): Promise<readonly SourceFile[]> {
    const folder = await this.opened();
    for (const name of await new ZendeskFiles(folder).names()) await folder.need(name);
    return folder.files();
  }

  async *records(): AsyncGenerator<Found> {
    const files = new ZendeskFiles(await this.opened());
    const names = await files.names();
    const mapper = new ZendeskMapper();
    const end = { file: names.at(-1) ?? this.path, line: 1 };
    this.lists.clear();
    this.done = 0;
    yield* this.begin(files, names, mapper);
    yield* this.read(files, names, {
      posts: (value, at) => mapper.post(value, at),
      comments: (value, at) => mapper.comment(value, at),
    });
    yield* this.read(files, names, { votes: (value, at) => mapper.vote(value, at) });
    yield* mapper.allVotes(end);
    yield* this.read(files, names, { users: (value, at) => mapper.member(value, at) });
  }

  /** Of several rounds through the files; the second one takes the longest. */
  progress(): number {
    return Math.min(1, this.done);
  }

  /** The first round: what others refer to, what nobody knows, and whether all is there. */
  private async *begin(files: ZendeskFiles, names: readonly string[], mapper: ZendeskMapper): AsyncGenerator<Found> {
    for (const name of names) {
      const lists = new Set<string>();
      this.lists.set(name, lists);
      for await (const row of files.rows(name)) {
        lists.add(row.list);
        if ('other' in row) yield row.other;
        else if (row.list === 'users') mapper.knownUser(row.value);
        else if (row.list === 'content_tags') yield* mapper.tag(row.value, row.at);
        else if (row.list === 'topics') yield* mapper.product(row.value, row.at);
      }
      this.done += 0.25 / names.length;
    }
    for (const list of ['posts', 'users']) {
      if ([...this.lists.values()].some((lists) => lists.has(list))) continue;
      const message = `No file holds ${list}: give it ${list}.csv, or ${list}.json from the API (one of ${LISTS.join(', ')} to a file).`;
      throw new SourceFault({ file: this.path }, message);
    }
  }

  private async *read(files: ZendeskFiles, names: readonly string[], reading: Reading): AsyncGenerator<Found> {
    for (const name of names) {
      const lists = this.lists.get(name);
      if (lists && Object.keys(reading).some((list) => lists.has(list))) {
        for await (const row of files.rows(name)) {
          if (!('other' in row)) yield* reading[row.list]?.(row.value, row.at) ?? [];
        }
      }
      this.done += 0.25 / names.length;
    }
  }

  private async opened(): Promise<SourceFolder> {
    return (this.folder ??= await SourceFolder.at(this.path));
  }
}
