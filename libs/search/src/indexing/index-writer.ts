import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { DocumentsReader } from '../documents/documents.reader';
import type { DocumentRef } from '../documents/search-document';
import { PostgresIndex } from '../postgres/postgres.index';
import { INDEX_FOLLOWERS, type IndexFollower } from './index-follower';

/** Writes things as they are now into the index. */
@Injectable()
export class IndexWriter {
  constructor(
    private readonly documents: DocumentsReader,
    private readonly index: PostgresIndex,
    @Inject(INDEX_FOLLOWERS) private readonly followers: readonly IndexFollower[],
  ) {}

  /** Writes what of these can be found, takes away what can't, and tells who follows. Under the community's lock. */
  async write(tx: Tx, communityId: string, refs: readonly DocumentRef[]): Promise<void> {
    if (refs.length === 0) return;
    const documents = await this.documents.read(tx, communityId, refs);
    const found = new Set(documents.map(({ kind, id }) => kind + id));
    const removed = refs.filter(({ kind, id }) => !found.has(kind + id));
    await this.index.write(tx, communityId, documents, removed);
    for (const follower of this.followers) await follower.indexed(tx, communityId);
  }
}
