import type { InterchangeRecord } from '../format/interchange-record';
import type { Text } from '../format/record-parts';

/** Code points that a title may have. */
export const TITLE_LENGTH = 300;

/** Kinds that tell what something said before. */
export const AS_IT_WAS: ReadonlySet<string> = new Set(['revision', 'articleRevision']);

/**
 * The text of a record that has to become Markdown and HTML before it is staged; null where it has none. Records come
 * from files that people edit: what is no text at all is null too, and refused when it is staged. A title that is too
 * long to be one stands on top of the text.
 */
export function textOf(record: InterchangeRecord): Text | null {
  const { body, bio, title } = record as { body?: unknown; bio?: unknown; title?: unknown };
  const text = record.kind === 'member' ? bio : body;
  if (!isText(text)) return null;
  if (AS_IT_WAS.has(record.kind) || typeof title !== 'string' || Array.from(title).length <= TITLE_LENGTH) return text;
  return {
    ...text,
    text: text.format === 'HTML' ? `<p>${escaped(title)}</p>\n${text.text}` : `${title}\n\n${text.text}`,
  };
}

function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false;
  const { text, format } = value as Partial<Record<keyof Text, unknown>>;
  return typeof text === 'string' && (format === undefined || format === 'MARKDOWN' || format === 'HTML');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
