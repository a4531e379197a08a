import { SourceFolder } from '../../reading/source-folder';
import type { SourceText } from '../../reading/source-text';
import { checkXml, rowsOfXml } from '../../reading/rows-of-xml';
import { Fields } from '../rows/fields';
import { Findings } from '../rows/findings';
import type { Found, Source, SourceFile } from '../source';
import { CommentsTable } from './comments.table';
import { DUMP_FILES, type DumpFile, type DumpTable } from './dump-table';
import { Duplicates } from './duplicates';
import { KnownPosts } from './known-posts';
import { LINK_TYPES, LinksTable } from './links.table';
import { NamedPeople } from './named-people';
import { PostsTable } from './posts.table';
import { TagsTable } from './tags.table';
import { UnmarkedTable } from './unmarked.table';
import { UsersTable } from './users.table';
import { VotesTable } from './votes.table';

/** How a dump is read. */
export interface StackExchangeOptions {
  /** Names the site, where a community has several. */
  readonly origin?: string;
  /** Where the site was, `https://beer.stackexchange.com`: links that name no host lead there. */
  readonly site?: string;
  /** Whether duplicates are only linked to what they repeat, or merged into it. */
  readonly duplicates?: 'link' | 'merge';
}

const NEEDED: readonly DumpFile[] = ['Posts', 'Users'];

/**
 * A dump of a Stack Exchange site: a folder with a file of XML for each table, plain or gzipped. Kept in memory: a bit
 * or two for each post, the duplicates, and the names of people without an account.
 */
export class StackExchangeSource implements Source {
  readonly origin: string;
  readonly baseUrl?: string;
  private readonly merges: boolean;
  private folder: SourceFolder | null = null;
  private readonly texts = new Map<DumpFile, SourceText>();

  constructor(
    private readonly path: string,
    { origin = 'stackexchange', site, duplicates = 'link' }: StackExchangeOptions = {},
  ) {
    this.origin = origin;
    if (site !== undefined) this.baseUrl = site;
    this.merges = duplicates === 'merge';
  }

  async files(): Promise<readonly SourceFile[]> {
    return (await this.open()).files();
  }

  progress(): number {
    return this.folder?.progress() ?? 0;
  }

  async *records(): AsyncGenerator<Found> {
    await this.open();
    const known = new KnownPosts();
    const duplicates = await this.duplicates();
    const people = new NamedPeople();
    yield* this.read('Users', new UsersTable());
    yield* this.read('Tags', new TagsTable());
    yield* this.read('Posts', new PostsTable(known, duplicates, people, !this.texts.has('Votes')));
    yield* this.read('Comments', new CommentsTable(known, duplicates, people));
    yield* this.read('Votes', new VotesTable(known));
    if (known.someUnmarked) yield* this.read('Posts', new UnmarkedTable(known));
    yield* this.read('PostLinks', new LinksTable(known, duplicates));
    yield* this.read('Badges', { read: (_, findings) => findings.leaveOut('badges') });
    yield* this.otherFiles();
  }

  private async open(): Promise<SourceFolder> {
    if (this.folder) return this.folder;
    const folder = await SourceFolder.at(this.path);
    for (const name of Object.keys(DUMP_FILES) as DumpFile[]) {
      const file = `${name}.xml`;
      const text = NEEDED.includes(name) ? await folder.need(file) : await folder.find(file);
      if (text === null) continue;
      await checkXml(text, DUMP_FILES[name]);
      this.texts.set(name, text);
    }
    this.folder = folder;
    return folder;
  }

  private async *read(name: DumpFile, table: DumpTable): AsyncGenerator<Found> {
    const text = this.texts.get(name);
    if (!text) return;
    for await (const row of rowsOfXml(text, DUMP_FILES[name])) {
      const at = { file: text.name, line: row.line };
      if ('fault' in row) yield { at, fault: row.fault };
      else yield* Findings.of(at, (findings) => table.read(Fields.of(row.attributes), findings));
    }
  }

  /** What is a duplicate of what, read ahead: a question says only that it was closed. */
  private async duplicates(): Promise<Duplicates> {
    const duplicates = new Duplicates();
    const add: DumpTable = {
      read: (row) => {
        if (row.count('LinkTypeId') === LINK_TYPES.duplicate) duplicates.add(row.id('PostId'), row.id('RelatedPostId'));
      },
    };
    for await (const _ of this.read('PostLinks', add));
    if (this.merges) await this.merge(duplicates);
    return duplicates;
  }

  /** Merges need to know beforehand which questions there are, so the posts are read twice. */
  private async merge(duplicates: Duplicates): Promise<void> {
    const known = new KnownPosts();
    const add: DumpTable = {
      read: (row) => {
        if (row.count('PostTypeId') !== 1) return;
        known.questions.add(row.id('Id'));
        duplicates.remember(row.id('Id'), row.line('Title'));
      },
    };
    for await (const _ of this.read('Posts', add));
    duplicates.merge((id) => known.questions.has(id));
  }

  private async *otherFiles(): AsyncGenerator<Found> {
    const names = (await this.folder?.names(/\.xml$/i)) ?? [];
    for (const file of names) {
      if (!Object.hasOwn(DUMP_FILES, file.slice(0, -'.xml'.length))) {
        yield { at: { file, line: 1 }, leftOut: `the file ${file}` };
      }
    }
  }
}
