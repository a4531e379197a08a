import { isBlank, normalisePlainText } from '@app/kernel';
import { cut } from './record-fields';

const LONGEST = 50;

/** The name of a tag as the product keeps it: lower case, one line, at most 50 characters; null where it is blank. */
export function tagName(text: string): string | null {
  const name = cut(normalisePlainText(text.replace(/\p{Cc}+/gu, ' ')).toLowerCase(), LONGEST);
  return isBlank(name) ? null : name;
}

/** The names of tags, each once. */
export function tagNames(texts: readonly string[]): string[] {
  return [...new Set(texts.map(tagName))].filter((name) => name !== null);
}
