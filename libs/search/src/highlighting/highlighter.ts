import { REPLY_RANKS, type ArticleDocument, type ReplyRank, type TopicDocument } from '../documents/search-document';
import { excerptOf, type Excerpt } from './excerpt';
import { segmentsOf, type Segment } from './segment';
import type { WordMatcher } from './word-matcher';

/** What a highlight is from. */
export const HIGHLIGHT_SOURCES = ['TITLE', 'BODY', 'ANSWER', 'COMMENT', 'ARTICLE'] as const;

/** See {@link HIGHLIGHT_SOURCES}. */
export type HighlightSource = (typeof HIGHLIGHT_SOURCES)[number];

/** A piece of what was found, with what was looked for marked in it. */
export interface Highlight {
  readonly source: HighlightSource;
  readonly segments: readonly Segment[];
}

/** A text that an excerpt may be from, and whether it is what helped. */
interface Candidate {
  readonly source: HighlightSource;
  readonly text: string;
  readonly helps: boolean;
}

type Found = Candidate & { readonly excerpt: Excerpt };

/** Code units that are looked through of one thing: a topic of a thousand comments must not hold everybody up. */
const MOST_TEXT = 30_000;

/**
 * The title, and what says most of what was looked for; beside it what says the rest of it, or else the official or
 * solving answer, where it says some of it. Where nothing but the title matches, the beginning of the text.
 */
export function highlightsOf(document: TopicDocument | ArticleDocument, matcher: WordMatcher): Highlight[] {
  const title = oneLine(document.title);
  const shown: Highlight[] = [{ source: 'TITLE', segments: segmentsOf(title, matcher.spans(title)) }];
  const found: Found[] = withinBounds(document.kind === 'TOPIC' ? ofTopic(document) : ofArticle(document)).map(
    (candidate) => ({
      ...candidate,
      excerpt: excerptOf(candidate.text, matcher.spans(candidate.text)),
    }),
  );
  const best = most(found, ({ excerpt }) => excerpt.words.size);
  if (!best) return shown;
  shown.push(highlight(best));
  const second = secondOf(found, best);
  if (second) shown.push(highlight(second));
  return shown;
}

/** What says most of what the best one leaves out; else what helped, where it says some of it. */
function secondOf(found: readonly Found[], best: Found): Found | undefined {
  const added = ({ excerpt }: Found): number =>
    [...excerpt.words].filter((word) => !best.excerpt.words.has(word)).length;
  const rest = most(found, added);
  if (rest && added(rest) > 0) return rest;
  return found.find((one) => one !== best && one.helps && one.excerpt.words.size > 0);
}

function highlight({ source, excerpt }: Found): Highlight {
  return { source, segments: excerpt.segments };
}

/** The one with the most of something, of those the first. */
function most<T>(list: readonly T[], count: (one: T) => number): T | undefined {
  return list.reduce<T | undefined>(
    (best, one) => (best === undefined || count(one) > count(best) ? one : best),
    undefined,
  );
}

function ofTopic({ body, replies }: TopicDocument): Candidate[] {
  return [
    { source: 'BODY', text: body, helps: false },
    ...REPLY_RANKS.flatMap((rank) => replies.filter((reply) => reply.rank === rank)).map(({ rank, text }) => ({
      ...SOURCE_OF_REPLIES[rank],
      text,
    })),
  ];
}

const SOURCE_OF_REPLIES: Readonly<Record<ReplyRank, Pick<Candidate, 'source' | 'helps'>>> = {
  OFFICIAL: { source: 'ANSWER', helps: true },
  SOLVED: { source: 'ANSWER', helps: true },
  ANSWER: { source: 'ANSWER', helps: false },
  COMMENT: { source: 'COMMENT', helps: false },
};

function ofArticle({ summary, body }: ArticleDocument): Candidate[] {
  return [summary, body].map((text) => ({ source: 'ARTICLE', text, helps: false }));
}

function withinBounds(candidates: readonly Candidate[]): Candidate[] {
  let left = MOST_TEXT;
  return candidates.flatMap((candidate) => {
    const text = oneLine(candidate.text.slice(0, Math.max(0, left)));
    left -= candidate.text.length;
    return text ? [{ ...candidate, text }] : [];
  });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
