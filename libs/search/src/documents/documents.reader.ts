import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@app/database';
import type { Sql } from 'sql-template-tag';
import { articleDocuments, articleStatement } from './article-documents';
import { nameDocuments, nameStatement } from './name-documents';
import { readRound } from './read-round';
import { SEARCH_KINDS, type DocumentRef, type SearchDocument, type SearchKind } from './search-document';
import { topicDocuments, topicStatements } from './topic-documents';

type Rows = readonly (readonly unknown[])[];

/** Assembles what can be found from the tables that hold it. */
@Injectable()
export class DocumentsReader {
  /**
   * The documents of these refs, in no order, in a constant number of statements: give up to 500. One that is missing
   * may not be found (any more): hidden, held, removed, archived, merged away, a draft, erased, suspended for good.
   * Private topics are among them.
   */
  async read(from: Tx | Reader, communityId: string, refs: readonly DocumentRef[]): Promise<SearchDocument[]> {
    const idsByKind = Map.groupBy(refs, ({ kind }) => kind);
    const wanted = SEARCH_KINDS.flatMap((kind) => {
      const ids = [...new Set(idsByKind.get(kind)?.map(({ id }) => id))];
      return ids.length > 0 ? [{ kind, statements: statementsOf(kind, communityId, ids) }] : [];
    });
    const rows = await readRound(
      from,
      communityId,
      wanted.flatMap(({ statements }) => statements),
    );
    let place = 0;
    return wanted.flatMap(({ kind, statements }) => documentsOf(kind, rows.slice(place, (place += statements.length))));
  }
}

function statementsOf(kind: SearchKind, communityId: string, ids: readonly string[]): Sql[] {
  if (kind === 'TOPIC') return topicStatements(communityId, ids);
  return [kind === 'ARTICLE' ? articleStatement(communityId, ids) : nameStatement(kind, communityId, ids)];
}

function documentsOf(kind: SearchKind, [first = [], second = []]: Rows): SearchDocument[] {
  if (kind === 'TOPIC') return topicDocuments(first, second);
  return kind === 'ARTICLE' ? articleDocuments(first) : nameDocuments(kind, first);
}
