import { createHash } from 'node:crypto';
import type {
  ArticleDocument,
  NameDocument,
  ReplyRank,
  SearchDocument,
  TopicDocument,
} from '../documents/search-document';
import { fold } from '../words/fold';
import { documentKey } from './index-of-kind';
import { fieldSuffix, type TextField } from './index-settings';
import { pairedText } from './paired-characters';

/** No field holds more: Meilisearch counts no further than 65,535 words. */
const MAX_TEXT = 200_000;

/** A document as Meilisearch keeps it. */
export type MirrorRecord = Readonly<Record<string, unknown>> & { readonly key: string; readonly revision: number };

/** What Meilisearch is given of a document, at a revision of the feed. */
export function mirrorRecord(communityId: string, document: SearchDocument, revision: number): MirrorRecord {
  const base = { key: documentKey(communityId, document.id), id: document.id, community_id: communityId, revision };
  if (document.kind === 'TOPIC') return { ...base, ...topicFields(document) };
  if (document.kind === 'ARTICLE') return { ...base, ...articleFields(document) };
  return { ...base, ...nameFields(document) };
}

function topicFields(topic: TopicDocument): object {
  const replies = (...ranks: ReplyRank[]): string =>
    topic.replies
      .filter(({ rank }) => ranks.includes(rank))
      .map(({ text }) => text)
      .join('\n\n');
  return {
    ...texts(topic.locale, {
      title: topic.title,
      official: replies('OFFICIAL'),
      solving: replies('SOLVED'),
      body: topic.body,
      rest: replies('ANSWER', 'COMMENT'),
    }),
    topic_kind: topic.topicKind,
    status: topic.status,
    resolution: topic.resolution,
    visibility: topic.visibility,
    author_id: topic.authorId,
    product_ids: topic.productIds,
    tag_ids: topic.tagIds,
    solved: topic.resolution === 'SOLVED' ? 1 : 0,
    demand: topic.meTooCount,
  };
}

/** What a company publishes counts as solving what it is about. */
function articleFields(article: ArticleDocument): object {
  return {
    ...texts(article.locale, {
      title: article.title,
      official: '',
      solving: '',
      body: `${article.summary}\n\n${article.body}`,
      rest: '',
    }),
    visibility: 'PUBLIC',
    product_ids: article.productIds,
    solved: 1,
    demand: 0,
  };
}

function nameFields({ names, weight }: NameDocument): object {
  const [name = '', ...aliases] = names;
  return {
    names,
    name: pairedText(name),
    alias: aliases.map(pairedText),
    weight,
    synonym_keys: aliases.length === 0 ? [] : names.map(synonymKey),
  };
}

function texts(locale: string, fields: Record<TextField, string>): object {
  const suffix = fieldSuffix(locale);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, text]) =>
      text === '' ? [] : [[`${field}${suffix}`, pairedText(text.slice(0, MAX_TEXT).toWellFormed())]],
    ),
  );
}

/** What a name is looked up by when it may have synonyms; of letters and digits only, whatever the name. */
export function synonymKey(name: string): string {
  return createHash('sha256').update(fold(name)).digest('hex').slice(0, 32);
}
