import { Injectable } from '@nestjs/common';
import { ArticlesReader, TopicsReader, type Viewer } from '@app/community';
import { Transactor } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { SearchIds } from './search-ids';

/** Things of one search whose opening is kept: nobody opens more, but a program might. */
const MOST_CLICKS = 50;

/** Something that was found was opened. */
export interface ClickSearch {
  readonly searchId: string;
  readonly kind: 'TOPIC' | 'ARTICLE';
  readonly thingId: string;
  /** Its place among the hits, from 1. */
  readonly position: number;
}

/** Keeps which of the things that were found were opened, by whoever looked for them. */
@Injectable()
export class SearchClicksService {
  constructor(
    private readonly ids: SearchIds,
    private readonly topics: TopicsReader,
    private readonly articles: ArticlesReader,
    private readonly transactor: Transactor,
  ) {}

  /** Once for each thing; a second time changes nothing. NOT_FOUND for a search of more than a day ago. */
  async record(viewer: Viewer, { searchId, kind, thingId, position }: ClickSearch): Promise<void> {
    const { communityId } = viewer;
    if (!this.ids.isClickable(communityId, searchId)) throw DomainError.notFound('search');
    const thing = await (kind === 'TOPIC' ? this.topics : this.articles).load(viewer, thingId);
    if (!thing) throw DomainError.notFound(kind.toLowerCase());
    await this.transactor.run(communityId, (tx) =>
      tx.rows(sql`
        INSERT INTO search_clicks (community_id, search_id, kind, thing_id, position, clicked_at)
        SELECT ${communityId}, ${searchId}, ${kind}, ${thingId}, ${position}, now()
        WHERE (SELECT count(*) FROM search_clicks c
          WHERE c.community_id = ${communityId} AND c.search_id = ${searchId}) < ${MOST_CLICKS}
        ON CONFLICT DO NOTHING`),
    );
  }
}
