/** A piece of a text, and whether it is what was looked for. Plain text: whoever shows it escapes it. */
export interface Segment {
  readonly text: string;
  readonly isMatch: boolean;
}

/** From where to where a match stands in a text, in code units. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Which of the words it matches. */
  readonly word: number;
}

/** A part of a text as segments, cut at the edges of matches; neighbours of one kind are one segment. */
export function segmentsOf(text: string, spans: readonly Span[], from = 0, to = text.length): Segment[] {
  const segments: Segment[] = [];
  const add = (end: number, start: number, isMatch: boolean): void => {
    if (end > start) segments.push({ text: text.slice(start, end), isMatch });
  };
  let at = from;
  for (let i = 0; i < spans.length; i++) {
    const start = Math.max(at, spans[i]?.from ?? 0);
    let end = spans[i]?.to ?? 0;
    // Matches that overlap or touch are one: the pairs of characters of scripts without spaces do.
    while (i + 1 < spans.length && (spans[i + 1]?.from ?? 0) <= end) end = Math.max(end, spans[++i]?.to ?? 0);
    if (end > to) end = to;
    if (end <= start) continue;
    add(start, at, false);
    add(end, start, true);
    at = end;
  }
  add(to, at, false);
  return segments;
}
