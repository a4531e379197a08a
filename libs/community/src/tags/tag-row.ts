import { jsonObject, selectList } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import { Tag } from './tag.entity';

const PROPERTIES = [
  'communityId',
  'id',
  'name',
  'description',
  'synonymOfId',
  'topicCount',
  'followerCount',
  'version',
] as const;

/** A tag as it is read, by itself or attached to a topic. */
export type TagRow = Pick<Tag, (typeof PROPERTIES)[number]>;

/** The select list of tags under the alias `g`. */
export const TAG_COLUMNS = selectList(Tag, 'g', PROPERTIES);

const TAGS = { names: tagsAs(['communityId', 'id', 'name']), all: tagsAs(PROPERTIES) };

function tagsAs(properties: readonly (keyof Tag)[]): Sql {
  return sql`(SELECT coalesce(json_agg(${jsonObject(Tag, 'g', properties)} ORDER BY g.name), '[]')
    FROM topic_tags tt JOIN tags g ON g.community_id = tt.community_id AND g.id = tt.tag_id
    WHERE tt.community_id = t.community_id AND tt.topic_id = t.id) AS tags`;
}

/** The tags of a topic under the alias `t`, by name, as one column of its row. */
export function tagsOfTopic(detail: 'names' | 'all'): Sql {
  return TAGS[detail];
}
