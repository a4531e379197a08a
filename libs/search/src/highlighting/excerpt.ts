import { segmentsOf, type Segment, type Span } from './segment';

/** About so many code units make an excerpt: two or three lines. */
const LENGTH = 200;
/** What stands before the first match, where there is more before it. */
const LEAD = 40;
const CUT = '…';

/** The part of a text that says most of what was looked for. */
export interface Excerpt {
  readonly segments: readonly Segment[];
  /** Which of the words stand in it. */
  readonly words: ReadonlySet<number>;
}

/** The stretch with most different words, of those the one with most matches, of those the first. */
export function excerptOf(text: string, spans: readonly Span[]): Excerpt {
  const best = densest(spans);
  const first = spans[best.first]?.from ?? 0;
  const from = text.length <= LENGTH ? 0 : startAt(text, first);
  const to = endAt(text, Math.max(from + LENGTH, spans[best.first]?.to ?? 0));
  const shown = spans.filter((span) => span.to > from && span.from < to);
  const segments = segmentsOf(text.slice(0, to).trimEnd(), shown, from);
  return {
    segments: withCuts(segments, from > 0, to < text.trimEnd().length),
    words: new Set(shown.map(({ word }) => word)),
  };
}

function densest(spans: readonly Span[]): { first: number; words: number; matches: number } {
  let best = { first: 0, words: 0, matches: 0 };
  for (let first = 0; first < spans.length; first++) {
    const reach = (spans[first]?.from ?? 0) + LENGTH - LEAD;
    const words = new Set<number>();
    let end = first;
    for (; end < spans.length && (spans[end]?.to ?? 0) <= reach; end++) words.add(spans[end]?.word ?? 0);
    const matches = end - first;
    if (words.size > best.words || (words.size === best.words && matches > best.matches))
      best = { first, words: words.size, matches };
  }
  return best;
}

/** The beginning of a word, a little before a match; where the text ends soon, as much as fits. */
function startAt(text: string, match: number): number {
  const wanted = Math.max(0, Math.min(match - LEAD, text.length - LENGTH));
  if (wanted === 0) return 0;
  const gap = text.slice(wanted, match).search(/\s/u);
  return gap < 0 ? wholeCharacter(text, wanted) : Math.min(match, wanted + gap + 1);
}

/** The end of a word, at or before a place; a text without spaces is cut between characters. */
function endAt(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const gap = text.slice(wanted - LEAD, wanted + 1).search(/\s\S*$/u);
  return gap < 0 ? wholeCharacter(text, wanted) : wanted - LEAD + gap;
}

function wholeCharacter(text: string, place: number): number {
  return (text.charCodeAt(place) & 0xfc00) === 0xdc00 ? place + 1 : place;
}

function withCuts(segments: readonly Segment[], before: boolean, after: boolean): Segment[] {
  const shown = [...segments];
  if (before) shown.unshift({ text: CUT, isMatch: false });
  if (after) shown.push({ text: CUT, isMatch: false });
  return joined(shown);
}

/** Neighbours that are no matches are one piece. */
function joined(segments: readonly Segment[]): Segment[] {
  const whole: Segment[] = [];
  for (const segment of segments) {
    const last = whole.at(-1);
    if (last && !last.isMatch && !segment.isMatch)
      whole[whole.length - 1] = { ...last, text: last.text + segment.text };
    else whole.push(segment);
  }
  return whole;
}
