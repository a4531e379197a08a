import { createdAt, externalId, recordsOf, unless, version, type ExportedKind } from './exported-kind';
import { JsonSql, type JsonField } from './json-sql';

const { moment, object, oneOf, plain, text, word } = JsonSql;

const body: JsonField = ['body', object(['text', text('x.body')])];

/** What every post says of itself. */
const POST: readonly JsonField[] = [
  ['author', word('x.author_id')],
  ['authorRole', text('x.author_role')],
  body,
  createdAt,
  ['editedAt', moment('x.edited_at')],
  ['state', word(unless('x.state', `'VISIBLE'`))],
  ['stateReason', text('x.state_reason')],
  version,
];

const MOVED: readonly JsonField[] = [
  ['movedFrom', word('x.moved_from_id')],
  ['forkedInto', word('x.forked_into_id')],
];

/** What is said of a topic, an answer or a comment, where three columns tell of which. */
const on: JsonField = [
  'on',
  oneOf(['topic', word('x.topic_id')], ['answer', word('x.answer_id')], ['comment', word('x.comment_id')]),
];

function productsOf(table: string, column: string): JsonField {
  return [
    'products',
    `(SELECT json_agg(p.product_id ORDER BY p.product_id)::text FROM ${table} p
       WHERE p.community_id = x.community_id AND p.${column} = x.id)`,
  ];
}

const topics = recordsOf('topic', 'topics x', 'x.id', [
  externalId,
  ['topicKind', word('x.kind')],
  ['status', word(unless('x.status', `'NONE'`))],
  ['title', text('x.title')],
  ['code', text('x.code')],
  ['slug', text('x.slug')],
  productsOf('topic_products', 'topic_id'),
  [
    'tags',
    `(SELECT json_agg(g.name ORDER BY g.name)::text FROM topic_tags t
       JOIN tags g ON g.community_id = t.community_id AND g.id = t.tag_id
       WHERE t.community_id = x.community_id AND t.topic_id = x.id)`,
  ],
  ['sentiment', object(['face', word('x.sentiment_face')], ['feeling', text('x.sentiment_feeling')])],
  ['locale', text('x.locale')],
  ['productVersion', text('x.product_version')],
  ['visibility', word(unless('x.visibility', `'PUBLIC'`))],
  ...POST,
  ['closedAt', moment('x.closed_at')],
  ['closedReason', text('x.closed_reason')],
  ['archivedAt', moment('x.archived_at')],
  ['archivedNote', text('x.archived_note')],
  ['meTooBase', plain(unless('x.me_too_base', '0'))],
  ['viewCount', plain(unless('x.view_count', '0'))],
  ['lastActivityAt', moment('x.last_activity_at')],
  ['resolvedAt', moment('x.resolved_at')],
  ['mergedInto', word('x.merged_into_id')],
]);

const answers = recordsOf('answer', 'answers x', 'x.id', [
  externalId,
  ['topic', word('x.topic_id')],
  ...POST,
  ...MOVED,
]);

const comments = recordsOf('comment', 'comments x', 'x.id', [
  externalId,
  [
    'on',
    `CASE WHEN x.answer_id IS NULL THEN ${oneOf(['topic', word('x.topic_id')])} ELSE ${oneOf(['answer', word('x.answer_id')])} END`,
  ],
  ...POST,
  ...MOVED,
]);

const articles = recordsOf('article', 'articles x', 'x.id', [
  externalId,
  ['title', text('x.title')],
  ['slug', text('x.slug')],
  ['summary', text(unless('x.summary', `''`))],
  body,
  ['locale', text('x.locale')],
  productsOf('article_products', 'article_id'),
  ['author', word('x.author_id')],
  ['state', word('x.state')],
  ['reviewAt', moment('x.review_at')],
  ['editedAt', moment('x.edited_at')],
  createdAt,
  version,
]);

const articleRevisions = recordsOf('articleRevision', 'article_revisions x', 'x.article_id, x.version', [
  ['article', word('x.article_id')],
  ['version', plain('x.version')],
  ['editor', word('x.editor_id')],
  ['title', text('x.title')],
  ['summary', text(unless('x.summary', `''`))],
  body,
  createdAt,
]);

const articleVotes = recordsOf('articleVote', 'article_votes x', 'x.article_id, x.member_id', [
  ['article', word('x.article_id')],
  ['member', word('x.member_id')],
  ['stillRight', word(`CASE WHEN x.still_right THEN 'YES' ELSE 'NO' END`)],
  createdAt,
]);

const revisions = recordsOf('revision', 'revisions x', 'x.id', [
  externalId,
  on,
  ['version', plain('x.version')],
  ['editor', word('x.editor_id')],
  ['editorRole', text('x.editor_role')],
  ['title', text('x.title')],
  body,
  createdAt,
]);

const flags = recordsOf('flag', 'flags x', 'x.id', [
  externalId,
  on,
  ['member', word('x.member_id')],
  ['reason', text('x.reason')],
  ['note', text(unless('x.note', `''`))],
  ['trusted', plain('x.trusted')],
  ['settledAt', moment('x.settled_at')],
  createdAt,
]);

const moderation = recordsOf('moderation', 'moderation_items x', 'x.id', [
  externalId,
  on,
  ['cause', text('x.cause')],
  ['decision', text('x.decision')],
  ['reason', text('x.reason')],
  ['decidedBy', word('x.decided_by_id')],
  ['decidedAt', moment('x.decided_at')],
  createdAt,
]);

/** What was written, and what was said before it was changed. */
export const EXPORTED_POSTS: readonly ExportedKind[] = [
  { kind: 'topic', tables: ['topics', 'topic_products', 'topic_tags'], statements: [topics] },
  { kind: 'answer', tables: ['answers'], statements: [answers] },
  { kind: 'comment', tables: ['comments'], statements: [comments] },
  { kind: 'article', tables: ['articles', 'article_products'], statements: [articles] },
  { kind: 'articleRevision', tables: ['article_revisions'], statements: [articleRevisions] },
  { kind: 'articleVote', tables: ['article_votes'], statements: [articleVotes] },
  { kind: 'revision', tables: ['revisions'], statements: [revisions] },
  { kind: 'flag', tables: ['flags'], statements: [flags] },
  { kind: 'moderation', tables: ['moderation_items'], statements: [moderation] },
];
