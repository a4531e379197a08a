import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@app/database';
import type { DocumentRef, SearchDocument } from './search-document';

/** Assembles what can be found from the tables that hold it. */
@Injectable()
export class DocumentsReader {
  /**
   * The documents of these refs, in no order, in a constant number of statements: give up to 500. One that is missing
   * may not be found (any more): hidden, held, removed, archived, merged away, a draft, erased, suspended for good.
   * Private topics are among them.
   */
  read(from: Tx | Reader, communityId: string, refs: readonly DocumentRef[]): Promise<SearchDocument[]> {
    throw new Error(`${String(from)} ${communityId} ${refs.length}`);
  }
}
