import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import type { DocumentRef, SearchDocument } from '../documents/search-document';

/**
 * Writes what PostgreSQL finds things by. It is always written, also where another engine answers: the revisions of its
 * rows are what others follow.
 */
@Injectable()
export class PostgresIndex {
  /**
   * Writes documents, new or changed, and takes others away. Each gets the next revision, so the caller must hold the
   * community's lock: only then do revisions grow in the order of commits. No thing may be named twice.
   */
  async write(
    tx: Tx,
    communityId: string,
    documents: readonly SearchDocument[],
    removed: readonly DocumentRef[],
  ): Promise<void> {}
}
