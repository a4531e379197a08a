import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { narrows, tagsOf, topicsMatching, type NamedTag, type TopicFilter } from './topic-filter';
import { topicKeyset, type TopicOrder } from './topic-order';
import { topicColumns, type TopicEdges, type TopicRow } from './topic-row';
import { knownTopics, listedTopics } from './topic-visibility';

/** Which page of which topics, and what to bring along. */
export interface TopicListRequest {
  readonly filter: TopicFilter;
  readonly order: TopicOrder;
  readonly page: PageRequest;
  readonly edges?: TopicEdges;
}

/** Reads topics as a viewer may know of them. */
@Injectable()
export class TopicsReader extends BatchLoader<Viewer, string, TopicRow> {
  constructor(private readonly reader: Reader) {
    super();
  }

  /** One page of a list. */
  async list(viewer: Viewer, { filter, order, page, edges }: TopicListRequest): Promise<Connection<TopicRow>> {
    const keyset = topicKeyset(order, filter);
    const after = keyset.after(page);
    const named = tagsOf(filter, viewer.communityId);
    const tags = named ? await this.reader.rows<NamedTag>(viewer.communityId, named) : [];
    const rows = await this.reader.rows<TopicRow>(
      viewer.communityId,
      sql`SELECT ${topicColumns(viewer, edges)} FROM topics t WHERE t.community_id = ${viewer.communityId}${listedTopics(viewer)}${topicsMatching(filter, tags)}${after}${keyset.orderAndLimit(page)}`,
      { fresh: narrows(filter) },
    );
    return keyset.toConnection(rows, page) as Connection<TopicRow>;
  }

  /** Those of these topics that stand in a viewer's lists, in any order: what an index names may be gone by now. */
  async listed(viewer: Viewer, ids: readonly string[], edges?: TopicEdges): Promise<TopicRow[]> {
    return this.reader.rows<TopicRow>(
      viewer.communityId,
      sql`SELECT ${topicColumns(viewer, edges)} FROM topics t
          WHERE t.community_id = ${viewer.communityId} AND t.id = ANY (${ids}::uuid[])${listedTopics(viewer)}`,
    );
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, TopicRow>> {
    const rows = await this.reader.rows<TopicRow>(
      viewer.communityId,
      sql`SELECT ${topicColumns(viewer)} FROM topics t
          WHERE t.community_id = ${viewer.communityId} AND t.id = ANY (${ids}::uuid[])${knownTopics(viewer)}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
