import type { ArticleDocument, ReplyText, TopicDocument } from '../documents/search-document';
import { wordsOf } from '../words/words-of';
import type { Weight } from './vector-builder';

/** A text of a document, in words, and what they count. */
export interface WeighedText {
  readonly words: readonly string[];
  readonly weight: Weight;
}

/** Of a longer text, this many words are indexed. */
export const MOST_WORDS_OF_A_TEXT = 5_000;
/** And of all texts of a document together. */
export const MOST_WORDS = 12_000;

const REPLY_WEIGHTS: Readonly<Record<ReplyText['rank'], Weight>> = {
  OFFICIAL: 'A',
  SOLVED: 'B',
  ANSWER: 'D',
  COMMENT: 'D',
};

/**
 * The texts of a topic or article, most telling first: that of a very long one is cut at its end. The title counts as much
 * as an official answer, but it is looked at apart as well, which puts it first.
 */
export function textsOf(document: TopicDocument | ArticleDocument): WeighedText[] {
  const texts = document.kind === 'ARTICLE' ? articleTexts(document) : topicTexts(document);
  const weighed: WeighedText[] = [];
  let left = MOST_WORDS;
  for (const [text, weight] of texts) {
    if (left <= 0) break;
    const words = wordsOf(text, Math.min(left, MOST_WORDS_OF_A_TEXT));
    left -= words.length;
    weighed.push({ words, weight });
  }
  return weighed;
}

function articleTexts({ title, summary, body }: ArticleDocument): [string, Weight][] {
  return [
    [title, 'A'],
    [summary, 'B'],
    [body, 'C'],
  ];
}

function topicTexts({ title, body, replies }: TopicDocument): [string, Weight][] {
  const ranked = (ranks: readonly ReplyText['rank'][]): [string, Weight][] =>
    ranks.flatMap((rank) =>
      replies.filter((reply) => reply.rank === rank).map(({ text }): [string, Weight] => [text, REPLY_WEIGHTS[rank]]),
    );
  return [[title, 'A'], [body, 'C'], ...ranked(['OFFICIAL', 'SOLVED', 'ANSWER', 'COMMENT'])];
}
