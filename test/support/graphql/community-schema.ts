import { buildSchema, isObjectType, type ConstDirectiveNode, type GraphQLSchema } from 'graphql';

const TOPIC_FIELDS = /* GraphQL */ `
  id: ID! code: String! slug: String! title: String! body: String! bodyHtml: String! status: String! sentiment: String
  resolution: String! createdAt: String! lastActiveAt: String! answerCount: Int! replyCount: Int! meTooCount: Int!
  followerCount: Int! viewCount: Int! version: Int! closed: Boolean!
  author: Member! products: [Product!]! @listSize(items: 5) tags: [Tag!]! @listSize(items: 5)
  viewerState: TopicViewerState! officialAnswer: Answer
  answers(first: Int, after: String, last: Int, before: String): AnswerConnection!
  comments(first: Int, after: String): CommentConnection!
  related(first: Int): [Topic!]!
`;

/** A schema in the shape of the community's, for tests of what works on any schema. */
const SDL = /* GraphQL */ `
  directive @cost(points: Int!) on FIELD_DEFINITION
  directive @listSize(items: Int!) on FIELD_DEFINITION
  directive @sensitive on FIELD_DEFINITION

  interface Node { id: ID! }
  interface Topic implements Node { ${TOPIC_FIELDS} }
  ${['Question', 'Problem', 'Praise', 'Update'].map((kind) => `type ${kind} implements Topic & Node { ${TOPIC_FIELDS} }`).join('\n')}
  type Idea implements Topic & Node { ${TOPIC_FIELDS} plannedFor: String }
  type TopicViewerState { meToo: Boolean! following: Boolean! mayAnswer: Boolean! }
  type AnswerViewerState { starred: Boolean! mayEdit: Boolean! }
  type Answer implements Node {
    id: ID! body: String! bodyHtml: String! createdAt: String! starCount: Int! official: Boolean! solved: Boolean!
    authorRole: String! version: Int! author: Member! topic: Topic! viewerState: AnswerViewerState!
    comments(first: Int, after: String): CommentConnection!
  }
  type Comment implements Node {
    id: ID! body: String! bodyHtml: String! createdAt: String! authorRole: String! author: Member! answer: Answer
  }
  type Member implements Node {
    id: ID! handle: String! displayName: String! role: String! avatarUrl: String seat: Boolean!
    topics(first: Int, after: String): TopicConnection!
  }
  type Product implements Node { id: ID! name: String! slug: String! parent: Product }
  type Tag implements Node { id: ID! name: String! slug: String! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type TopicEdge { cursor: String! node: Topic! }
  type TopicConnection { edges: [TopicEdge!]! nodes: [Topic!]! pageInfo: PageInfo! }
  type AnswerEdge { cursor: String! node: Answer! }
  type AnswerConnection { edges: [AnswerEdge!]! nodes: [Answer!]! pageInfo: PageInfo! }
  type CommentEdge { cursor: String! node: Comment! }
  type CommentConnection { edges: [CommentEdge!]! nodes: [Comment!]! pageInfo: PageInfo! }
  union Found = Question | Idea | Answer | Member

  type Query {
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    topic(id: ID, code: String): Topic
    topics(first: Int, after: String, last: Int, before: String, order: String): TopicConnection!
    tenTopics(first: Int! = 10): TopicConnection!
    search(text: String!, first: Int): [Found!]! @cost(points: 20)
    viewer: Member
  }
  input AskInput { title: String! body: String! tags: [String!] nested: AskInput key: String }
  type Mutation {
    ask(input: AskInput!): Topic!
    meToo(topicId: ID!): Topic!
    login(email: String!, password: String!): String! @sensitive
    requestPasswordReset(email: String!): Boolean! @sensitive
  }
`;

function points(directive: ConstDirectiveNode): number {
  const value = directive.arguments?.[0]?.value;
  return value?.kind === 'IntValue' ? Number(value.value) : 0;
}

const EXTENSIONS: Readonly<Record<string, (directive: ConstDirectiveNode) => object>> = {
  cost: (directive) => ({ cost: points(directive) }),
  listSize: (directive) => ({ listSize: points(directive) }),
  sensitive: () => ({ sensitive: true }),
};

/** The schema, with what its fields say about their cost where Nest's `@Extensions` puts it. */
export function communitySchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const directive of field.astNode?.directives ?? []) {
        Object.assign(field.extensions, EXTENSIONS[directive.name.value]?.(directive));
      }
    }
  }
  return schema;
}

const AUTHOR = 'author { id handle displayName role avatarUrl }';

/** What our own pages ask for, all that they can show. The limits of each kind of viewer must let them pass. */
export const PAGES = {
  /** A topic with 20 answers of 3 comments each. */
  topic: /* GraphQL */ `
    query TopicPage($code: String!, $after: String) {
      viewer { id handle role }
      topic(code: $code) {
        __typename id code slug title body bodyHtml status sentiment resolution createdAt lastActiveAt answerCount
        replyCount meTooCount followerCount viewCount version closed ${AUTHOR}
        products { id name slug } tags { id name slug } viewerState { meToo following mayAnswer }
        officialAnswer { id }
        comments(first: 5) { nodes { id bodyHtml createdAt authorRole ${AUTHOR} } pageInfo { hasNextPage endCursor } }
        answers(first: 20, after: $after) {
          nodes {
            id body bodyHtml createdAt starCount official solved authorRole version ${AUTHOR}
            viewerState { starred mayEdit }
            comments(first: 3) {
              nodes { id bodyHtml createdAt authorRole ${AUTHOR} }
              pageInfo { hasNextPage endCursor }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
        related(first: 5) { id code slug title resolution }
      }
    }
  `,
  /** The same with edges, as Relay asks. */
  topicByEdges: /* GraphQL */ `
    query TopicPage($code: String!) {
      topic(code: $code) {
        id title bodyHtml ${AUTHOR}
        answers(first: 20) {
          edges {
            cursor
            node {
              id bodyHtml createdAt starCount official solved ${AUTHOR}
              comments(first: 3) { edges { node { id bodyHtml ${AUTHOR} } } }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  /** A list of 30. */
  list: /* GraphQL */ `
    query TopicList($first: Int = 30, $after: String, $order: String) {
      viewer { id handle role }
      topics(first: $first, after: $after, order: $order) {
        nodes {
          __typename id code slug title status sentiment resolution createdAt lastActiveAt answerCount replyCount meTooCount
          followerCount viewCount ${AUTHOR} products { id name slug } tags { id name slug }
          viewerState { meToo following }
        }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  `,
};
