/** What is asked of a contender again and again: one request each, of many. */
export interface Work {
  readonly name: string;
  /** As a member with a session, or as a stranger. */
  readonly asMember: boolean;
  /** The GraphQL document for ours. */
  readonly query: string;
  /** The same of PostGraphile, over the same tables. */
  readonly postgraphileQuery: string;
  /** The floor's path. */
  readonly path: string;
  /** Variables of the n-th request. */
  variables(n: number): Record<string, string>;
}

const PERSON = 'id handle displayName role';
const SORTED = 'products { id name } tags { id name }';

const list = (asMember: boolean): Work => ({
  name: `W2 topic list, ${asMember ? 'member' : 'anonymous'}`,
  asMember,
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

/** The works that are measured. */
export const WORKS: readonly Work[] = [page(false), page(true), list(false), list(true)];
