import type { ArticleDocument, TopicDocument } from '../documents/search-document';

const WEEK = 7 * 24 * 3600 * 1000;

/** The highest level; see {@link worthBand}. */
export const HIGHEST_WORTH = 12;

/** Names the week in which something last happened; weeks follow each other as texts do. */
export function weekBand(at: Date): string {
  return `#week-${String(Math.max(0, Math.floor(at.getTime() / WEEK))).padStart(5, '0')}`;
}

/** A level of worth. */
export function worthBand(level: number): string {
  return `#worth-${String(level).padStart(2, '0')}`;
}

/**
 * How much a document is worth beside what it says: what is solved, or official, and what many people want. Few have a high
 * level, so the best of a million are looked at first.
 */
export function worthOf(document: TopicDocument | ArticleDocument): number {
  if (document.kind === 'ARTICLE') return HIGHEST_WORTH;
  const official = document.replies.some(({ rank }) => rank === 'OFFICIAL');
  const resolved = document.resolution === 'SOLVED' ? 2 : 0;
  const wanted = Math.floor(Math.log2(1 + Math.max(0, document.meTooCount)));
  return Math.min(HIGHEST_WORTH, wanted + resolved + (official ? 1 : 0));
}

/** The bands of a document, which queries of common words are narrowed by. */
export function bandsOf(document: TopicDocument | ArticleDocument): string[] {
  const at = document.kind === 'TOPIC' ? document.lastActivityAt : document.createdAt;
  return [weekBand(at), worthBand(worthOf(document))];
}
