import type { ArticleDocument, TopicDocument } from '../documents/search-document';

const DAY = 24 * 3600 * 1000;
const WEEK = 7 * DAY;

/** The highest level; see {@link worthBand}. */
export const HIGHEST_WORTH = 12;

/** So many weeks are a span. */
const SPAN = 8;

function weekOf(at: Date): number {
  return Math.max(0, Math.floor(at.getTime() / WEEK));
}

function numbered(band: string, number: number): string {
  return `#${band}-${String(number).padStart(5, '0')}`;
}

/** Names the week in which something last happened; weeks follow each other as texts do. */
export function weekBand(at: Date): string {
  return numbered('week', weekOf(at));
}

/** Names the weeks around it: many weeks are asked for by few names. */
export function spanBand(at: Date): string {
  return numbered('wspan', Math.floor(weekOf(at) / SPAN));
}

/** The span that a week is of. */
export function spanOfWeek(week: string): string {
  return numbered('wspan', Math.floor(Number(week.slice(-5)) / SPAN));
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
  return [weekBand(at), spanBand(at), worthBand(worthOf(document))];
}

/**
 * Orders documents by what does not depend on a query: solved ones first, and articles; then what more people want; then
 * the newer. The highest of its 23 bits says solved.
 */
export function standingOf(document: TopicDocument | ArticleDocument): number {
  const topic = document.kind === 'TOPIC' ? document : null;
  const solved = topic && topic.resolution !== 'SOLVED' ? 0 : 1;
  const wanted = Math.min(63, Math.round(4 * Math.log2(1 + Math.max(0, topic?.meTooCount ?? 0))));
  const day = Math.floor((topic?.lastActivityAt ?? document.createdAt).getTime() / DAY);
  return (solved << 22) | (wanted << 16) | Math.min(65_535, Math.max(0, day));
}
