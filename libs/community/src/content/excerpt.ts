const BLOCK_END = /<\/(?:p|li|h[1-6]|blockquote|pre|tr|th|td)>|<br \/>|<hr \/>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The words of HTML that MarkdownRenderer made, as plain text on one line: to be escaped again where it is shown. */
export function plainTextOf(html: string): string {
  return html
    .replace(BLOCK_END, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first words of rendered HTML in at most `length` characters as a reader counts them, `…` where it was cut. */
export function excerpt(html: string, length: number): string {
  const text = plainTextOf(html);
  const characters: string[] = [];
  for (const { segment } of graphemes.segment(text)) {
    if (characters.length === length) return `${atWord(characters.slice(0, length - 1).join(''))}…`;
    characters.push(segment);
  }
  return text;
}

/** Cuts back to the last whole word, unless that would lose more than a third. */
function atWord(text: string): string {
  const space = text.lastIndexOf(' ');
  return (space > (text.length * 2) / 3 ? text.slice(0, space) : text).trimEnd();
}
