import { Injectable } from '@nestjs/common';
import { pageStatement, Reader, Round } from '@app/database';
import type { Connection, PageRequest } from '@app/kernel';
import sql, { type Sql } from 'sql-template-tag';
import { answerKeyset } from '../answers/answer-order';
import { AnswerPages, answerSource } from '../answers/answer-pages.loader';
import type { AnswerDetail, AnswerRow } from '../answers/answer-row';
import type { Comment } from '../comments/comment.entity';
import { CommentPages, commentSource, type CommentList } from '../comments/comment-pages.loader';
import type { Viewer } from '../viewer/viewer';
import { topicColumns, type TopicEdges, type TopicRow } from './topic-row';
import { isTombstone, knownTopics } from './topic-visibility';

/** Which topic: by its key, or by its public code. */
export type TopicName = { readonly id: string } | { readonly code: string };

/** A list of answers at one of its ends, without a cursor. */
export interface AnswersRequest extends AnswerDetail {
  readonly page: PageRequest;
  /** The comments on each of these answers. */
  readonly comments?: CommentsRequest;
}

/** A list of comments at one of its ends, without a cursor. */
export interface CommentsRequest {
  readonly page: PageRequest;
  /** Only what a topic's page shows. */
  readonly shownOnly: boolean;
}

/** What of a topic's page to read; all lists at one of their ends, without a cursor. */
export interface TopicPageRequest {
  readonly edges: TopicEdges;
  readonly answers?: AnswersRequest;
  /** The comments on the topic itself. */
  readonly comments?: CommentsRequest;
}

/** A topic with the lists that were asked for; one that was not is null. */
export interface TopicPage {
  readonly topic: TopicRow;
  readonly answers: Connection<AnswerRow> | null;
  /** By the key of the answer. */
  readonly commentsOnAnswers: ReadonlyMap<string, Connection<Comment>>;
  readonly comments: Connection<Comment> | null;
}

/** Reads what people open a topic for, the conversation at its beginning, in one trip to the database. */
@Injectable()
export class TopicPageReader {
  constructor(
    private readonly reader: Reader,
    private readonly answers: AnswerPages,
    private readonly comments: CommentPages,
  ) {}

  /** Null where the viewer knows of no such topic. */
  async read(
    viewer: Viewer,
    name: TopicName,
    { edges, answers, comments }: TopicPageRequest,
  ): Promise<TopicPage | null> {
    const which = sql`t.community_id = ${viewer.communityId} AND ${'id' in name ? sql`t.id = ${name.id}` : sql`t.code = ${name.code.toLowerCase()}`}`;
    const parent = sql`(SELECT t.id, 1 AS place FROM topics t WHERE ${which}) AS parent`;
    const round = new Round(this.reader, viewer.communityId);
    const found = {
      topics: round.add<TopicRow>(
        sql`SELECT ${topicColumns(viewer, edges)} FROM topics t WHERE ${which}${knownTopics(viewer)}`,
      ),
      answers: round.add<AnswerRow>(answers && answersOf(viewer, parent, answers)),
      remarks: round.add<Comment>(
        answers?.comments &&
          this.commentsOn('answer', viewer, answersIn(viewer, parent, answers.page), answers.comments),
      ),
      comments: round.add<Comment>(comments && this.commentsOn('topic', viewer, parent, comments)),
    };
    await round.send();
    const topic = found.topics()[0];
    if (!topic) return null;
    const gone = isTombstone(viewer, topic);
    const place = { list: 'topic', parentId: topic.id } as const;
    const answered = answers
      ? this.answers.connection({ ...place, page: answers.page }, gone ? [] : found.answers())
      : null;
    return {
      topic,
      answers: answered,
      commentsOnAnswers: this.byAnswer(answered?.nodes ?? [], found.remarks(), answers?.comments?.page),
      comments: comments
        ? this.comments.connection({ ...place, page: comments.page }, gone ? [] : found.comments())
        : null,
    };
  }

  private commentsOn(list: CommentList, viewer: Viewer, parents: Sql, { page, shownOnly }: CommentsRequest): Sql {
    return pageStatement({
      source: commentSource(viewer, list, shownOnly),
      parents,
      keyset: this.comments.keyset(list, ''),
      page,
    });
  }

  private byAnswer(
    answers: readonly AnswerRow[],
    remarks: readonly Comment[],
    page: PageRequest | undefined,
  ): Map<string, Connection<Comment>> {
    if (!page) return new Map();
    const rows = new Map(answers.map(({ id }): [string, Comment[]] => [id, []]));
    for (const remark of remarks) rows.get(remark.answerId ?? '')?.push(remark);
    return new Map(
      [...rows].map(([id, own]) => [id, this.comments.connection({ list: 'answer', parentId: id, page }, own)]),
    );
  }
}

function answersOf(viewer: Viewer, parents: Sql, { page, ...detail }: AnswersRequest): Sql {
  return pageStatement({ source: answerSource(viewer, detail), parents, keyset: answerKeyset(''), page });
}

/** The answers of a page as parents of their comments. */
function answersIn(viewer: Viewer, parent: Sql, page: PageRequest): Sql {
  return sql`(SELECT a.id, 1 AS place FROM ${parent} JOIN LATERAL (SELECT a.id FROM answers a
    WHERE ${answerSource(viewer).where} ORDER BY ${answerKeyset('').order(page)} LIMIT ${page.size}) a ON true) AS parent`;
}
