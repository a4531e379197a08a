import { Cursor, DomainError, listKey } from '@app/kernel';
import { MOST_HITS, type SearchIds } from '@app/search';

/** Where a page of a search stands. */
export interface SearchPlace {
  /** Hits of the engine before it. */
  readonly offset: number;
  /** The search whose page it is; null for one that begins. */
  readonly searchId: string | null;
}

/** The cursors of one search in one community. They say how many hits stand before: see docs/decisions/0034. */
export class SearchCursors {
  private readonly list: string;

  /** @param asked what makes it this search and no other: the text and the filters */
  constructor(
    private readonly communityId: string,
    private readonly ids: SearchIds,
    asked: unknown,
  ) {
    this.list = listKey('search', asked);
  }

  encode(offset: number, searchId: string): string {
    return Cursor.encode(this.list, [offset, searchId]);
  }

  /** INVALID_INPUT for a cursor that is not one of this search. */
  decode(cursor: string | null): SearchPlace {
    if (cursor === null) return { offset: 0, searchId: null };
    const [offset, searchId] = Cursor.decode(cursor, this.list, ['number', 'string']) as [number, string];
    if (
      !Number.isInteger(offset) ||
      offset < 1 ||
      offset > MOST_HITS ||
      !this.ids.isGenuine(this.communityId, searchId)
    )
      throw DomainError.invalid('This cursor is not one of this search: use the endCursor of the page before.');
    return { offset, searchId };
  }
}
