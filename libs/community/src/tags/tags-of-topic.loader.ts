import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import { tagsOfTopic, type TagRow } from './tag-row';
import type { Viewer } from '../viewer/viewer';

/** Reads the tags of topics that the viewer has been given, by the topic's key. */
@Injectable()
export class TagsOfTopicLoader extends BatchLoader<Viewer, string, TagRow[]> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, topicIds: readonly string[]): Promise<ReadonlyMap<string, TagRow[]>> {
    const rows = await this.reader.rows<{ id: string; tags: TagRow[] }>(
      viewer.communityId,
      sql`SELECT t.id, ${tagsOfTopic('all')} FROM topics t
          WHERE t.community_id = ${viewer.communityId} AND t.id = ANY (${topicIds}::uuid[])`,
    );
    return new Map(rows.map(({ id, tags }) => [id, tags]));
  }
}
