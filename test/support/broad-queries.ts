const MEMBER = 'id handle displayName title bio bioHtml';
const TOPIC = `id code slug title body bodyHtml productVersion stateReason closedReason archivedNote answerCount replyCount
  author { ${MEMBER} } tags { name } products { name } sentiment { feeling }`;
const POST = `id body bodyHtml stateReason author { handle }`;
const REVISIONS = 'revisions(first: 2) { nodes { title body } }';
const ARTICLE = `id slug title summary body bodyHtml locale author { ${MEMBER} } products { name } ${REVISIONS}`;
const THREAD = `comments(first: 4) { nodes { ${POST} } }
  answers(first: 4) { nodes { ${POST} comments(first: 2) { nodes { ${POST} } } } }`;

/** Queries that between them ask for every list and every text of a community (`$slug`) and of things (`$ids`). */
export const BROAD_QUERIES: readonly string[] = [
  `query ($slug: String!) { community(slug: $slug) { name topics(first: 20) { nodes { ${TOPIC} } } } }`,
  `query ($slug: String!) { community(slug: $slug) { topics(first: 20) { nodes { ${REVISIONS}
    events(first: 5) { nodes { data actor { handle } otherTopic { title } answer { body } } } } } } }`,
  `query ($slug: String!) { community(slug: $slug) { topics(first: 8, order: RECENTLY_CREATED) { nodes {
    title officialAnswer { body } mergedInto { title } links(first: 2) { nodes { topic { title } linkedBy { handle } } } ${THREAD} } } } }`,
  `query ($slug: String!) { community(slug: $slug) { members(first: 15) { nodes { ${MEMBER}
    topics(first: 4) { nodes { title } } answers(first: 4) { nodes { body topic { title } } }
    follows(first: 4) { nodes { thing { __typename id ... on Tag { name } ... on Topic { title } } } } } } } }`,
  `query ($slug: String!) { community(slug: $slug) { tags(first: 20) { nodes { name description topicCount
    synonyms { name } } } products(includeArchived: true) { name description slug children { name } } } }`,
  `query ($slug: String!) { community(slug: $slug) { articles(first: 20) { nodes { ${ARTICLE} } } article(slug: "light") { title } } }`,
  `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Article { ${ARTICLE} } } }`,
  `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Topic { ${TOPIC} } ... on Answer { ${POST} topic { title } }
    ... on Comment { ${POST} topic { title } } ... on Member { ${MEMBER} } ... on Tag { name } ... on Product { name }
    ... on Community { name } ... on ModerationItem { reason flags { note } } } }`,
  `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Topic { ${THREAD} } ... on Answer { ${REVISIONS} } ... on Comment { ${REVISIONS} } } }`,
];
