import { columnOf, propertiesOf, selectList } from '@app/database';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { isStaff, type Viewer } from '../viewer/viewer';
import { productsOfTopic, type ProductRow } from '../products/product-row';
import { tagsOfTopic, type TagRow } from '../tags/tag-row';
import { Topic } from './topic.entity';

/** A topic as it is read: its columns, and the edges that were asked for attached under their names. */
export type TopicRow = Topic & {
  products?: ProductRow[];
  tags?: TagRow[];
  viewerHasMeToo?: boolean;
  viewerFollows?: boolean;
};

/**
 * How much of a topic is read: what lists show of it (a card), what its page shows, or all. What is not read is absent
 * from the row: only a view that knows what its query asks for reads less than all.
 */
export type TopicDetail = 'card' | 'page' | 'all';

/** The edges that one statement can bring along with a topic, and how much of the topic itself. */
export interface TopicEdges {
  readonly detail?: TopicDetail;
  /** By their names only, or whole. */
  readonly products?: 'names' | 'all' | false;
  readonly tags?: 'names' | 'all' | false;
  readonly viewerState?: boolean;
}

const CARD = [
  'communityId',
  'id',
  'code',
  'slug',
  'kind',
  'status',
  'title',
  'authorId',
  'authorRole',
  'visibility',
  'state',
  'resolution',
  'unanswered',
  'answerCount',
  'replyCount',
  'meTooCount',
  'followerCount',
  'viewCount',
  'version',
  'editedAt',
  'lastActivityAt',
  'createdAt',
] as const satisfies readonly (keyof Topic)[];

const COLUMNS: Readonly<Record<TopicDetail, readonly (keyof Topic)[]>> = {
  card: CARD,
  page: [...CARD, 'bodyHtml'],
  all: propertiesOf(Topic),
};

/** What a tombstone does not say any more, and what stands there instead. */
const TEXTS: Partial<Record<keyof Topic, string>> = {
  title: `''`,
  slug: `''`,
  body: `''`,
  bodyHtml: `''`,
  sentimentFeeling: 'NULL',
};

const GONE = `t.state IN ('REMOVED', 'RETRACTED')`;

const WITHOUT_TEXTS: Readonly<Record<TopicDetail, Sql>> = {
  card: withoutTexts(COLUMNS.card),
  page: withoutTexts(COLUMNS.page),
  all: withoutTexts(COLUMNS.all),
};

function withoutTexts(properties: readonly (keyof Topic)[]): Sql {
  const texts = properties.filter((property) => property in TEXTS);
  const plain = properties.filter((property) => !(property in TEXTS));
  const emptied = texts.map((property) =>
    raw(`CASE WHEN ${GONE} THEN ${TEXTS[property]} ELSE ${columnOf(Topic, 't', property)} END AS "${property}"`),
  );
  return join([selectList(Topic, 't', plain), ...emptied]);
}

/** The texts of a tombstone are empty for those who may not see what it said. */
function columns(viewer: Viewer, detail: TopicDetail): Sql {
  return isStaff(viewer) ? selectList(Topic, 't', COLUMNS[detail]) : WITHOUT_TEXTS[detail];
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
  const parts = [columns(viewer, edges.detail ?? 'all')];
  if (edges.products) parts.push(productsOfTopic(edges.products));
  if (edges.tags) parts.push(tagsOfTopic(edges.tags));
  if (edges.viewerState) parts.push(viewerState(viewer));
  return join(parts);
}
