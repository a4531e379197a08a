import type { BenchInputs } from './data/bench-inputs';

/** What is asked of a contender again and again: one request each, of many. */
export interface Work {
  readonly name: string;
  /** As a member with a session, or as a stranger. */
  readonly asMember: boolean;
  /** The GraphQL document for ours. */
  readonly query: string;
  /** The same of PostGraphile, over the same tables; null for what it has not. */
  readonly postgraphileQuery: string | null;
  /** Whether ours is also asked in other settings; one of them is enough where each process remembers much. */
  readonly variants: boolean;
  /** Callers at once. */
  readonly connections: number;
  /** Requests until the engine has compiled what is used often: before, a contender is measured at its slowest. */
  readonly warmUp: number;
  /** The floor's path. */
  readonly path: string;
  /** Variables of the n-th request. */
  variables(n: number, inputs: BenchInputs): Record<string, string>;
}

/** Callers of what everybody reads all day. */
const CROWD = 20;

const PERSON = 'id handle displayName role';
const SORTED = 'products { id name } tags { id name }';

const list = (asMember: boolean): Work => ({
  name: `W2 topic list, ${asMember ? 'member' : 'anonymous'}`,
  asMember,
  variants: true,
  connections: CROWD,
  warmUp: 1_000,
  path: asMember ? '/list?member=1' : '/list',
  query: `query List { community(slug: "generated") { topics(first: 30, order: RECENTLY_ACTIVE) { nodes {
    id code slug title kind status resolution answerCount replyCount meTooCount followerCount viewCount createdAt lastActivityAt
    author { ${PERSON} } ${SORTED} ${asMember ? 'viewerHasMeToo viewerFollows' : ''} } pageInfo { hasNextPage endCursor } } } }`,
  postgraphileQuery: `query List { topics: allTopics(first: 30, orderBy: [LAST_ACTIVITY_AT_DESC, ID_DESC],
    condition: { communityId: "01900000-0000-7000-8000-000000000001", state: "VISIBLE", archivedAt: null, mergedIntoId: null, visibility: "PUBLIC" }) { nodes {
    id: nodeId code slug title kind status resolution answerCount replyCount meTooCount followerCount viewCount createdAt lastActivityAt
    author: memberByCommunityIdAndAuthorId { id: nodeId handle displayName role }
    products: topicProductsByCommunityIdAndTopicId { nodes { product: productByCommunityIdAndProductId { id: nodeId name } } }
    tags: topicTagsByCommunityIdAndTopicId { nodes { tag: tagByCommunityIdAndTagId { id: nodeId name } } } }
    pageInfo { hasNextPage endCursor } } }`,
  variables: () => ({}),
});

const page = (asMember: boolean): Work => ({
  name: `W1 topic page, ${asMember ? 'member' : 'anonymous'}`,
  asMember,
  variants: true,
  connections: CROWD,
  warmUp: 1_000,
  path: asMember ? '/topic?member=1' : '/topic',
  query: `query Page($code: String!) { community(slug: "generated") { topic(code: $code) {
    id code slug title bodyHtml kind status resolution answerCount replyCount meTooCount followerCount viewCount createdAt lastActivityAt
    author { ${PERSON} } ${SORTED} ${asMember ? 'viewerHasMeToo viewerFollows' : ''}
    answers(first: 20) { nodes { id bodyHtml isOfficial isSolution starCount createdAt author { ${PERSON} } ${asMember ? 'viewerHasStarred' : ''}
      comments(first: 3) { nodes { id bodyHtml createdAt author { ${PERSON} } } } } } } } }`,
  postgraphileQuery: `query Page($code: String!) { topic: topicByCommunityIdAndCode(communityId: "01900000-0000-7000-8000-000000000001", code: $code) {
    id: nodeId code slug title bodyHtml kind status resolution answerCount replyCount meTooCount followerCount viewCount createdAt lastActivityAt
    author: memberByCommunityIdAndAuthorId { id: nodeId handle displayName role }
    products: topicProductsByCommunityIdAndTopicId { nodes { product: productByCommunityIdAndProductId { id: nodeId name } } }
    tags: topicTagsByCommunityIdAndTopicId { nodes { tag: tagByCommunityIdAndTagId { id: nodeId name } } }
    answers: answersByCommunityIdAndTopicId(first: 20, orderBy: [OFFICIAL_DESC, SOLVED_DESC, TRUSTED_STAR_COUNT_DESC, CREATED_AT_ASC]) { nodes {
      id: nodeId bodyHtml isOfficial: official isSolution: solved starCount createdAt author: memberByCommunityIdAndAuthorId { id: nodeId handle displayName role }
      comments: commentsByCommunityIdAndAnswerId(first: 3, orderBy: CREATED_AT_ASC) { nodes { id: nodeId bodyHtml createdAt
        author: memberByCommunityIdAndAuthorId { id: nodeId handle displayName role } } } } } } }`,
  // Every hundredth topic has twenty answers with three comments each.
  variables: (n) => ({ code: (100 * (1 + (n % 97))).toString(16).padStart(8, '0') }),
});

/** One caller tells how long it takes, twenty how much is done. */
const CALLERS = [1, CROWD];

const search = (connections: number): Work => ({
  name: `W3 search, ${connections} at once`,
  asMember: true,
  variants: false,
  connections,
  warmUp: 100,
  path: '/search',
  query: `query Search($q: String!) { community(slug: "generated") { search(query: $q, first: 20) {
    totalCount isExact degraded edges { highlights { source segments { text isMatch } } node {
      ... on Article { id slug title } ... on Topic { id code slug title kind status resolution answerCount } } }
    facets { kinds { kind count } statuses { status count } resolutions { resolution count }
      products { product { name } count } tags { tag { name } count } } pageInfo { hasNextPage endCursor } } } }`,
  postgraphileQuery: null,
  variables: (n, { titles }) => ({ q: searchedWords(titles[n % titles.length] ?? '', n) }),
});

/** Two words that stand in a title, a rare one with it or alone, or three of which the last is still being typed. */
function searchedWords(title: string, n: number): string {
  const words = title.toLowerCase().match(/[a-z]{5,}/g) ?? [];
  const [rare = 'mail', rarer = 'mail'] = words.slice(-2);
  const [first = rare, second = rarer, third = rare] = words.slice(0, -2);
  const typed =
    [
      [first, second],
      [first, rare],
      [first, second, third.slice(0, 4)],
      [rare, rarer],
    ][n % 4] ?? [];
  return [...new Set(typed)].join(' ');
}

const suggest = (connections: number): Work => ({
  name: `W4 suggestions, ${connections} at once`,
  asMember: true,
  variants: false,
  connections,
  warmUp: 100,
  path: '/suggestions',
  query: `query Suggest($q: String!) { community(slug: "generated") { suggestions(title: $q, first: 5) {
    why basis isProbablyAnswered article { id slug title } topic { id code slug title resolution meTooCount } } } }`,
  postgraphileQuery: null,
  variables: (n, { titles }) => ({ q: typedSoFar(titles[Math.floor(n / STEPS) % titles.length] ?? '', n) }),
});

/** How often somebody is asked about while they type a title. */
const STEPS = 6;

function typedSoFar(title: string, n: number): string {
  return title.slice(0, Math.ceil((title.length * (1 + (n % STEPS))) / STEPS));
}

/** The works that are measured. */
export const WORKS: readonly Work[] = [
  page(false),
  page(true),
  list(false),
  list(true),
  ...CALLERS.map(search),
  ...CALLERS.map(suggest),
];
