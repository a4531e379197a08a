import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import { historyOf, keepFirst, type CommunityHistory } from './community-history.reader';
import type { History, PastLink } from './history';

/** Somebody pointed from a question to something, by the ids that the community had where it came from. */
export interface LabelledLink {
  readonly question: string;
  /** Id or slug of an article, or id of another question. */
  readonly target: string;
  /** Id of the reply that points there. */
  readonly reply: string;
  readonly at: Date;
}

/** Replaces the links of a history by labels that were made elsewhere. */
@Injectable()
export class LabelLinksReader {
  constructor(private readonly reader: Reader) {}

  /** Labels that name nothing of the history, and those of the askers themselves, are left out; null keeps what was found in replies. */
  async relabel(
    communityId: string,
    { history, threads, articles }: CommunityHistory,
    labels: { readonly articles: readonly LabelledLink[] | null; readonly threads: readonly LabelledLink[] | null },
  ): Promise<History> {
    const questions = await this.ids(communityId, topicIds(communityId));
    const authors = await this.ids(communityId, replyAuthors(communityId));
    const links = (list: readonly LabelledLink[], targets: ReadonlyMap<string, number>): PastLink[] => {
      const first = new Map<string, PastLink>();
      for (const { question, target, reply, at } of list) {
        const from = threads.get(questions.get(question) ?? '');
        const to = targets.get(target);
        if (from === undefined || to === undefined || authors.get(reply) === history.threads[from]!.author) continue;
        keepFirst(first, { at: at.getTime(), from, to });
      }
      return [...first.values()];
    };
    const articleIds = await this.ids(communityId, articleNames(communityId));
    return historyOf(
      history,
      labels.articles ? links(labels.articles, numbered(articleIds, articles)) : history.articleLinks,
      labels.threads ? links(labels.threads, numbered(questions, threads)) : history.threadLinks,
    );
  }

  /** What names of the system before stand for. */
  private async ids(communityId: string, statement: Sql): Promise<ReadonlyMap<string, string>> {
    const rows = await this.reader.rows<{ name: string; id: string }>(communityId, statement);
    return new Map(rows.map(({ name, id }) => [name, id]));
  }
}

function numbered(ids: ReadonlyMap<string, string>, numbers: ReadonlyMap<string, number>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [name, id] of ids) {
    const number = numbers.get(id);
    if (number !== undefined) found.set(name, number);
  }
  return found;
}

function topicIds(communityId: string): Sql {
  return sql`SELECT e.external_id AS name, e.id FROM external_records e
    WHERE e.community_id = ${communityId} AND e.kind = 'topic' AND e.external_id IS NOT NULL`;
}

function articleNames(communityId: string): Sql {
  return sql`SELECT e.external_id AS name, e.id FROM external_records e
      WHERE e.community_id = ${communityId} AND e.kind = 'article' AND e.external_id IS NOT NULL
    UNION ALL SELECT a.slug, a.id FROM articles a WHERE a.community_id = ${communityId}`;
}

function replyAuthors(communityId: string): Sql {
  return sql`SELECT e.external_id AS name, r.author_id AS id FROM external_records e
    JOIN (SELECT id, author_id FROM answers WHERE community_id = ${communityId}
      UNION ALL SELECT id, author_id FROM comments WHERE community_id = ${communityId}) r ON r.id = e.id
    WHERE e.community_id = ${communityId} AND e.external_id IS NOT NULL`;
}
