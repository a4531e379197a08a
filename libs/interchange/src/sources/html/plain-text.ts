import { Parser } from 'htmlparser2';

/** The text of a little HTML, such as a title with entities: without elements, on one line. */
export function plainText(html: string): string {
  let text = '';
  const parser = new Parser({ ontext: (part) => (text += part) }, { decodeEntities: true });
  parser.end(html);
  return text.replace(/\s+/gu, ' ').trim();
}
