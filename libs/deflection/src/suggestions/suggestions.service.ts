import { Injectable } from '@nestjs/common';
import {
  ARTICLE_COLUMNS,
  knownArticles,
  listedTopics,
  topicColumns,
  type ArticleRow,
  type TopicRow,
  type Viewer,
} from '@app/community';
import { Reader } from '@app/database';
import { PROBABLY_ANSWERED } from '@app/similarity';
import sql from 'sql-template-tag';
import { Candidates, type Candidate } from './candidates';
import type { Suggestion, SuggestionRequest } from './suggestion';
import { notOfOthers } from './products-asked-about';
import { whyOf } from './why';

/** So many letters or digits a title has before anything is looked for; of scripts that write words with few, fewer. */
const LEAST_LETTERS = 3;
const LETTER = /[\p{L}\p{N}]/gu;
const DENSE_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** What the database has of candidates that the viewer may see. */
interface Shown {
  readonly topics: ReadonlyMap<string, TopicRow>;
  readonly articles: ReadonlyMap<string, ArticleRow>;
  /** Of threads that speak for candidates. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Says, while somebody types, what may make their question needless: solved topics, articles, topics that ask the same. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly candidates: Candidates,
    private readonly reader: Reader,
  ) {}

  /** The best first; none for what is hardly a word yet. */
  async suggest(viewer: Viewer, request: SuggestionRequest): Promise<Suggestion[]> {
    if (request.first < 1 || !saysSomething(request.title)) return [];
    const candidates = await this.candidates.find(viewer, request);
    if (candidates.length === 0) return [];
    const shown = await this.read(viewer, candidates, request.productIds ?? []);
    return candidates.flatMap((candidate) => suggestionOf(candidate, shown) ?? []).slice(0, request.first);
  }

  /** One trip, however many there are. */
  private async read(viewer: Viewer, candidates: readonly Candidate[], productIds: readonly string[]): Promise<Shown> {
    const { communityId } = viewer;
    const idsOf = (kind: Candidate['kind']): string[] =>
      candidates.filter((candidate) => candidate.kind === kind).map(({ id }) => id);
    const threadIds = candidates.flatMap(({ because }) => because.threads.map(({ topicId }) => topicId));
    const [topics, articles, threads] = await this.reader.round<
      [TopicRow[], ArticleRow[], { id: string; title: string }[]]
    >(communityId, [
      sql`SELECT ${topicColumns(viewer)} FROM topics t
          WHERE t.community_id = ${communityId} AND t.id = ANY (${idsOf('TOPIC')}::uuid[])${listedTopics(viewer)}
            ${notOfOthers('topic', productIds)}`,
      sql`SELECT ${ARTICLE_COLUMNS} FROM articles x
          WHERE x.community_id = ${communityId} AND x.id = ANY (${idsOf('ARTICLE')}::uuid[])${knownArticles(viewer)}
            AND x.state = 'PUBLISHED' ${notOfOthers('article', productIds)}`,
      sql`SELECT t.id, t.title FROM topics t
          WHERE t.community_id = ${communityId} AND t.id = ANY (${threadIds}::uuid[])${listedTopics(viewer)}`,
    ]);
    return {
      topics: new Map(topics.map((row) => [row.id, row])),
      articles: new Map(articles.map((row) => [row.id, row])),
      titles: new Map(threads.map(({ id, title }) => [id, title])),
    };
  }
}

function saysSomething(title: string): boolean {
  const letters = title.match(LETTER)?.length ?? 0;
  return letters + (title.match(DENSE_LETTER)?.length ?? 0) >= LEAST_LETTERS;
}

function suggestionOf(candidate: Candidate, { topics, articles, titles }: Shown): Suggestion | null {
  const { kind, id, confidence, because, basis } = candidate;
  const topic = (kind === 'TOPIC' && topics.get(id)) || null;
  const article = (kind === 'ARTICLE' && articles.get(id)) || null;
  if (!topic && !article) return null;
  const solved = topic?.resolution === 'SOLVED';
  const threadTitle = because.threads.map(({ topicId }) => titles.get(topicId)).find((title) => title) ?? null;
  return {
    id,
    topic,
    article,
    why: whyOf(because, { kind, solved, meToos: topic?.meTooCount ?? 0, threadTitle }),
    isProbablyAnswered: (solved || article !== null) && confidence >= PROBABLY_ANSWERED,
    basis,
  };
}
