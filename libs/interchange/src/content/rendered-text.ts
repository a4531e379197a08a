const WITHIN_A_LINE = /^<\/?(?:strong|em|s|a|code|img)\b/;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** What a reader sees of HTML that our renderer has made, with one space where blocks and lines end. */
export function renderedText(html: string): string {
  return html
    .replace(/<[^>]*>/g, (tag) => (WITHIN_A_LINE.test(tag) ? '' : ' '))
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
