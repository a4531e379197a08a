import { Injectable } from '@nestjs/common';
import {
  TopicPageReader,
  type CommentsRequest,
  type TopicName,
  type TopicPage,
  type TopicRow,
  type Viewer,
} from '@app/community';
import type { Connection } from '@app/kernel';
import type { GraphQLResolveInfo } from 'graphql';
import { Selection, type ListSelection } from '../common/selection';
import { ANSWER_FIELDS, COMMENT_FIELDS, PAGE_FIELDS } from '../common/shown-fields';
import { attach } from '../graphql/attached-first';
import { Authors, type Authored } from './authors';
import { topicEdges } from './topic-edges';

/** The lists of a topic's page that a query asks for. */
interface Asked {
  readonly topic: Selection;
  readonly answers: ListSelection | null;
  readonly remarks: ListSelection | null;
  readonly comments: ListSelection | null;
}

/**
 * The page that people open all day: a topic with its products, tags and the viewer's own state, the first of its
 * answers with the first comments on each, the first comments on itself, and all authors: read in two rounds. What a
 * query does not ask for is not read; what it asks for beyond this, its field resolvers read.
 */
@Injectable()
export class TopicPageView {
  constructor(
    private readonly pages: TopicPageReader,
    private readonly authors: Authors,
  ) {}

  /** The topic with the edges that the query asks for attached; null where the viewer knows of none. */
  async load(viewer: Viewer, name: TopicName, info: GraphQLResolveInfo): Promise<TopicRow | null> {
    const asked = askedOf(Selection.of(info));
    const { topic, answers, remarks, comments } = asked;
    const page = await this.pages.read(viewer, name, {
      edges: topicEdges(topic),
      answers: answers
        ? {
            page: answers.page,
            viewerState: answers.nodes.has('viewerHasStarred'),
            shownOnly: answers.nodes.isWithin(ANSWER_FIELDS),
            comments: commentsRequest(remarks),
          }
        : undefined,
      comments: commentsRequest(comments),
    });
    if (!page) return null;
    attachLists(page, asked);
    const selections = [topic, ...[answers, remarks, comments].flatMap((list) => list?.nodes ?? [])];
    await this.authors.attachTo(viewer, authored(page, asked), selections, topic.isWithin(PAGE_FIELDS));
    return page.topic;
  }
}

function commentsRequest(list: ListSelection | null): CommentsRequest | undefined {
  return list ? { page: list.page, shownOnly: list.nodes.isWithin(COMMENT_FIELDS) } : undefined;
}

function askedOf(topic: Selection): Asked {
  const answers = topic.list('Topic', 'answers');
  return {
    topic,
    answers,
    remarks: answers?.nodes.list('Answer', 'comments') ?? null,
    comments: topic.list('Topic', 'comments'),
  };
}

function attachLists({ topic, answers, commentsOnAnswers, comments }: TopicPage, asked: Asked): void {
  if (answers && asked.answers) attach(topic, 'answers', answers, asked.answers.args);
  if (comments && asked.comments) attach(topic, 'comments', comments, asked.comments.args);
  for (const answer of answers?.nodes ?? []) {
    attach(answer, 'topic', topic);
    const remarks = commentsOnAnswers.get(answer.id);
    if (remarks && asked.remarks) attach(answer, 'comments', remarks, asked.remarks.args);
  }
}

/** What has an author that the query asks for. */
function authored({ topic, answers, commentsOnAnswers, comments }: TopicPage, asked: Asked): Authored[] {
  const of = (list: ListSelection | null, page: Connection<Authored> | null): readonly Authored[] =>
    page && list?.nodes.has('author') ? page.nodes : [];
  return [
    ...(asked.topic.has('author') ? [topic] : []),
    ...of(asked.answers, answers),
    ...of(asked.comments, comments),
    ...[...commentsOnAnswers.values()].flatMap((page) => of(asked.remarks, page)),
  ];
}
