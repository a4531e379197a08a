import { selectList } from '@app/database';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { isStaff, type Viewer } from '../viewer/viewer';
import { PRODUCTS_OF_TOPIC, type ProductRow } from '../products/product-row';
import { TAGS_OF_TOPIC, type TagRow } from '../tags/tag-row';
import { Topic } from './topic.entity';

/** A topic as it is read: its columns, and the edges that were asked for attached under their names. */
export type TopicRow = Topic & {
  products?: ProductRow[];
  tags?: TagRow[];
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
  if (edges.products) parts.push(PRODUCTS_OF_TOPIC);
  if (edges.tags) parts.push(TAGS_OF_TOPIC);
  if (edges.viewerState) parts.push(viewerState(viewer));
  return parts.length > 0 ? join(parts) : empty;
}
