import { Cursor, DomainError, listKey } from '@app/kernel';
import { MOST_HITS } from '@app/search';

/** The cursors of one search: they say how many hits stand before (docs/decisions/0034 says why). */
export class SearchCursors {
  private readonly list: string;

  /** @param asked what makes it this search and no other: the text and the filters */
  constructor(asked: unknown) {
    this.list = listKey('search', asked);
  }

  encode(offset: number): string {
    return Cursor.encode(this.list, [offset]);
  }

  /** How many hits stand before; INVALID_INPUT for a cursor that is not one of this search. */
  decode(cursor: string | null): number {
    if (cursor === null) return 0;
    const [offset] = Cursor.decode(cursor, this.list, ['number']) as [number];
    if (Number.isInteger(offset) && offset >= 1 && offset <= MOST_HITS) return offset;
    throw DomainError.invalid('This cursor is not one of this search: use the endCursor of the page before.');
  }
}
