import { jsonObject, selectList } from '@app/database';
import sql from 'sql-template-tag';
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

/** The tags of a topic under the alias `t`, by name, as one column of its row. */
export const TAGS_OF_TOPIC = sql`(SELECT coalesce(json_agg(${jsonObject(Tag, 'g', PROPERTIES)} ORDER BY g.name), '[]')
  FROM topic_tags tt JOIN tags g ON g.community_id = tt.community_id AND g.id = tt.tag_id
  WHERE tt.community_id = t.community_id AND tt.topic_id = t.id) AS tags`;
