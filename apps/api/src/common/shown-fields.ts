/**
 * The fields of each thing for which a view need not read the whole row. Whoever asks for any other gets whole rows,
 * so that there are few different statements, however queries are written.
 */
const EVERYWHERE = ['__typename', 'id', 'author', 'authorRole', 'state', 'version', 'editedAt', 'createdAt'];

/** What lists show of a topic; its edges need nothing but its keys. */
export const CARD_FIELDS: ReadonlySet<string> = new Set([
  ...EVERYWHERE,
  'code',
  'slug',
  'kind',
  'status',
  'statusLabel',
  'title',
  'visibility',
  'resolution',
  'answerCount',
  'replyCount',
  'meTooCount',
  'followerCount',
  'viewCount',
  'lastActivityAt',
  'products',
  'tags',
  'viewerHasMeToo',
  'viewerFollows',
]);

/** What the page of a topic shows of it. */
export const PAGE_FIELDS: ReadonlySet<string> = new Set([...CARD_FIELDS, 'bodyHtml', 'answers', 'comments', 'surveyToken']);

/** What the page of a topic shows of an answer. */
export const ANSWER_FIELDS: ReadonlySet<string> = new Set([
  ...EVERYWHERE,
  'bodyHtml',
  'isFollowUp',
  'isOfficial',
  'isSolution',
  'starCount',
  'commentCount',
  'viewerHasStarred',
  'topic',
  'comments',
]);

/** What the page of a topic shows of a comment. */
export const COMMENT_FIELDS: ReadonlySet<string> = new Set([...EVERYWHERE, 'bodyHtml', 'topic', 'answer']);

/** What is shown of a member beside what they wrote. */
export const AUTHOR_FIELDS: ReadonlySet<string> = new Set([
  '__typename',
  'id',
  'handle',
  'displayName',
  'role',
  'isFormer',
]);

/** What is shown of a product, or of a tag, beside a topic. */
export const PRODUCT_FIELDS: ReadonlySet<string> = new Set(['__typename', 'id', 'slug', 'name']);
export const TAG_FIELDS: ReadonlySet<string> = new Set(['__typename', 'id', 'name']);
