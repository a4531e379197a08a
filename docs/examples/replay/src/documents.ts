import { graphql } from './graphql.ts';

/** The calls of the replay, checked against the schema when they are compiled. */
export const COMMUNITY = graphql(`
  query Community($slug: String!) {
    community(slug: $slug) {
      id
    }
  }
`);

export const CREATE_MEMBER = graphql(`
  mutation CreateMember($input: CreateMemberInput!) {
    createMember(input: $input) {
      id
    }
  }
`);

export const ASK = graphql(`
  mutation Ask($input: AskInput!) {
    ask(input: $input) {
      id
    }
  }
`);

export const ANSWER = graphql(`
  mutation Answer($input: AnswerInput!) {
    answer(input: $input) {
      id
    }
  }
`);

export const COMMENT = graphql(`
  mutation Comment($input: CommentInput!) {
    comment(input: $input) {
      id
    }
  }
`);

export const MARK_SOLVED = graphql(`
  mutation MarkSolved($input: SolvedMarkInput!) {
    markSolved(input: $input) {
      id
    }
  }
`);

export const TOPICS = graphql(`
  query Topics($slug: String!, $after: String) {
    community(slug: $slug) {
      topics(first: 50, after: $after, order: RECENTLY_CREATED) {
        nodes {
          id
          title
          bodyHtml
          resolution
          resolvedBy
          answerCount
          replyCount
          comments(first: 1) {
            pageInfo {
              hasNextPage
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const REPLIES = graphql(`
  query Replies($id: ID!, $answersAfter: String, $commentsAfter: String) {
    topic(id: $id) {
      answers(first: 20, after: $answersAfter) {
        nodes {
          id
          bodyHtml
          isSolution
          comments(first: 50) {
            nodes {
              id
            }
            pageInfo {
              hasNextPage
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      comments(first: 50, after: $commentsAfter) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
