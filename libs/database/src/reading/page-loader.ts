import { Injectable } from '@nestjs/common';
import { BatchLoader, type Connection, type PageRequest } from '@app/kernel';
import type { Keyset } from './keyset';
import { pageStatement, parentsByKey, type PageSource } from './page-statement';
import { Reader } from './reader';

/** Which page of whose list. */
export interface PageKey<List extends string = string> {
  /** Which of its lists, where a parent has several. */
  readonly list: List;
  readonly parentId: string;
  readonly page: PageRequest;
}

/** Pages that one statement reads: they differ in their parents only. */
interface Group<List extends string> {
  readonly list: List;
  readonly page: PageRequest;
  readonly parentIds: string[];
}

/**
 * Reads pages of lists that hang on many parents: however many of them a request asks for, the same page of the
 * same list costs one statement, and all of them go to the database in one trip.
 */
@Injectable()
export abstract class PageLoader<
  Viewer extends { readonly communityId: string },
  Row,
  List extends string = string,
> extends BatchLoader<Viewer, PageKey<List>, Connection<Row>> {
  constructor(private readonly reader: Reader) {
    super();
  }

  /** The order of one parent's list, whose cursors serve that list only. */
  abstract keyset(list: List, parentId: string): Keyset<Row>;

  /** Where the rows of a list come from, as this viewer may see them. */
  abstract source(viewer: Viewer, list: List): PageSource;

  /** The parent in whose list a row stands. */
  abstract parentOf(row: Row, list: List): string;

  /** One page of one list; INVALID_INPUT for a cursor of another list. */
  async page(viewer: Viewer, key: PageKey<List>): Promise<Connection<Row>> {
    // Read here, a wrong cursor fails the field that gave it, and not all that are read together with it.
    this.keyset(key.list, key.parentId).after(key.page);
    return (await this.load(viewer, key)) ?? this.connection(key, []);
  }

  /** The page of one list, of the rows that were read for it. */
  connection({ list, parentId, page }: PageKey<List>, rows: readonly Row[]): Connection<Row> {
    return this.keyset(list, parentId).toConnection(rows, page);
  }

  protected override keyOf({ list, parentId, page }: PageKey<List>): string {
    return `${list} ${page.size} ${page.backward} ${page.cursor ?? ''} ${parentId}`;
  }

  protected async findMany(
    viewer: Viewer,
    keys: readonly PageKey<List>[],
  ): Promise<ReadonlyMap<string, Connection<Row>>> {
    const groups = grouped(keys);
    const found = await this.reader.round<Row[][]>(
      viewer.communityId,
      groups.map(({ list, page, parentIds }) =>
        pageStatement({
          source: this.source(viewer, list),
          parents: parentsByKey(parentIds),
          keyset: this.keyset(list, parentIds[0] ?? ''),
          page,
        }),
      ),
    );
    return new Map(groups.flatMap((group, i) => this.pagesOf(group, found[i] ?? [])));
  }

  private pagesOf({ list, page, parentIds }: Group<List>, rows: readonly Row[]): [string, Connection<Row>][] {
    const byParent = new Map(parentIds.map((parentId): [string, Row[]] => [parentId, []]));
    for (const row of rows) byParent.get(this.parentOf(row, list))?.push(row);
    return [...byParent].map(([parentId, own]) => {
      const key = { list, page, parentId };
      return [this.keyOf(key), this.connection(key, own)];
    });
  }
}

function grouped<List extends string>(keys: readonly PageKey<List>[]): Group<List>[] {
  const groups = new Map<string, Group<List>>();
  for (const { list, page, parentId } of keys) {
    // A cursor belongs to the list of one parent: its page is read by itself.
    const like = `${list} ${page.size} ${page.backward} ${page.cursor === null ? '' : `${parentId} ${page.cursor}`}`;
    const group = groups.get(like);
    if (group) group.parentIds.push(parentId);
    else groups.set(like, { list, page, parentIds: [parentId] });
  }
  return [...groups.values()];
}
