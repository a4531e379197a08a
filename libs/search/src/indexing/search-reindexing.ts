import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Reader, Transactor } from '@app/database';
import { DomainError } from '@app/kernel';
import sql, { empty } from 'sql-template-tag';
import { SearchIndexer, type DrainOptions } from './search-indexer';
import { SearchPasses, type PassPlace } from './search-passes';

/** How often somebody else's progress is looked at, in milliseconds. */
const LOOK_MS = 250;

/** Indexes all of a community anew. What was indexed before is found until then: rows are replaced one by one. */
@Injectable()
export class SearchReindexing {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly passes: SearchPasses,
    private readonly indexer: SearchIndexer,
  ) {}

  /** The community of a slug; all of them where none is given. */
  async communities(slug?: string): Promise<{ readonly id: string; readonly slug: string }[]> {
    const found = await this.reader.globalRows<{ id: string; slug: string }>(
      sql`SELECT id, slug FROM communities ${slug === undefined ? empty : sql`WHERE slug = ${slug}`} ORDER BY slug`,
    );
    if (slug !== undefined && found.length === 0)
      throw new DomainError('NOT_FOUND', `There is no community "${slug}": check its slug.`);
    return found;
  }

  /** How far a reindexing is that was begun and is not at its end; null where there is none. */
  place(communityId: string): Promise<PassPlace | null> {
    return this.transactor.run(communityId, (tx) => this.passes.place(tx, communityId, 'REINDEX'));
  }

  /**
   * Goes on with what was begun, or begins; together with workers that do the same.
   * @returns whether it came to its end before `signal` stopped it
   */
  async run(communityId: string, { signal, onBatch }: DrainOptions): Promise<boolean> {
    await this.transactor.run(communityId, (tx) => this.passes.begin(tx, communityId, 'REINDEX'));
    for (;;) {
      const outcome = await this.indexer.drain(communityId, { signal, onBatch });
      if (outcome === 'DONE') return true;
      if (outcome === 'STOPPED') return false;
      const place = await this.place(communityId);
      if (!place) return true;
      onBatch?.(0, place);
      await pause(LOOK_MS);
    }
  }
}
