import { selectList } from '@app/database';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { isStaff, type Viewer } from '../viewer/viewer';
import type { Product } from '../products/product.entity';
import type { Tag } from '../tags/tag.entity';
import { Topic } from './topic.entity';

/** A topic as it is read: its columns, and the edges that were asked for attached under their names. */
export type TopicRow = Topic & {
  products?: Product[];
  tags?: Tag[];
  viewerHasMeToo?: boolean;
  viewerFollows?: boolean;
};

/** The edges that one statement can bring along with a topic. */
export interface TopicEdges {
  readonly products?: boolean;
  readonly tags?: boolean;
  readonly viewerState?: boolean;
}

const TEXTS = ['title', 'slug', 'body', 'bodyHtml', 'sentimentFeeling'] as const;

/** The texts of a tombstone are empty for those who may not see what it said. */
function columns(viewer: Viewer): Sql {
  if (isStaff(viewer)) return selectList(Topic, 't');
  const [title, slug, body, bodyHtml, feeling] = TEXTS;
  const gone = raw(`t.state IN ('REMOVED', 'RETRACTED')`);
  return sql`${selectList(Topic, 't')},
    CASE WHEN ${gone} THEN '' ELSE t.title END AS ${raw(title)}, CASE WHEN ${gone} THEN '' ELSE t.slug END AS ${raw(slug)},
    CASE WHEN ${gone} THEN '' ELSE t.body END AS ${raw(body)}, CASE WHEN ${gone} THEN '' ELSE t.body_html END AS ${raw(`"${bodyHtml}"`)},
    CASE WHEN ${gone} THEN NULL ELSE t.sentiment_feeling END AS ${raw(`"${feeling}"`)}`;
}

const PRODUCTS = sql`(SELECT coalesce(json_agg(json_build_object('communityId', p.community_id, 'id', p.id, 'slug', p.slug,
    'name', p.name, 'description', p.description, 'parentId', p.parent_id, 'position', p.position,
    'followerCount', p.follower_count, 'version', p.version) ORDER BY p.position, p.id), '[]')
  FROM topic_products tp JOIN products p ON p.community_id = tp.community_id AND p.id = tp.product_id
  WHERE tp.community_id = t.community_id AND tp.topic_id = t.id) AS products`;

const TAGS = sql`(SELECT coalesce(json_agg(json_build_object('communityId', g.community_id, 'id', g.id, 'name', g.name,
    'description', g.description, 'synonymOfId', g.synonym_of_id, 'topicCount', g.topic_count,
    'followerCount', g.follower_count, 'version', g.version) ORDER BY g.name), '[]')
  FROM topic_tags tt JOIN tags g ON g.community_id = tt.community_id AND g.id = tt.tag_id
  WHERE tt.community_id = t.community_id AND tt.topic_id = t.id) AS tags`;

function viewerState(viewer: Viewer): Sql {
  if (!viewer.memberId) return sql`false AS "viewerHasMeToo", false AS "viewerFollows"`;
  return sql`EXISTS (SELECT FROM me_toos x WHERE x.community_id = t.community_id AND x.topic_id = t.id
      AND x.member_id = ${viewer.memberId}) AS "viewerHasMeToo",
    EXISTS (SELECT FROM follows x WHERE x.community_id = t.community_id AND x.topic_id = t.id
      AND x.member_id = ${viewer.memberId}) AS "viewerFollows"`;
}

/** The select list of topics under the alias `t`, with edges. */
export function topicColumns(viewer: Viewer, edges: TopicEdges = {}): Sql {
  const parts = [columns(viewer)];
  if (edges.products) parts.push(PRODUCTS);
  if (edges.tags) parts.push(TAGS);
  if (edges.viewerState) parts.push(viewerState(viewer));
  return parts.length > 0 ? join(parts) : empty;
}
