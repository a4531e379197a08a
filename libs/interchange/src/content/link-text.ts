import { markdownParser } from '../../../community/src/content/markdown.parser.ts';

const parser = markdownParser();
const MAY_HOLD_LINKS = /:\/\/|mailto:/i;

/** A stretch of a text; `href` where it is an address that our parser makes a link of. */
export interface Stretch {
  readonly text: string;
  readonly href: string | null;
}

/** Cuts a text around the bare addresses in it. */
export function bareLinks(text: string): Stretch[] {
  const whole = [{ text, href: null }];
  if (!MAY_HOLD_LINKS.test(text)) return whole;
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { index, lastIndex, url } of parser.linkify.match(text) ?? []) {
    if (!parser.validateLink(parser.normalizeLink(url))) continue;
    if (index > end) stretches.push({ text: text.slice(end, index), href: null });
    stretches.push({ text: text.slice(index, lastIndex), href: url });
    end = lastIndex;
  }
  if (end < text.length) stretches.push({ text: text.slice(end), href: null });
  return stretches.length > 0 ? stretches : whole;
}

/** Whether `<…>` shows an address as it is; some are shown decoded, which reads differently. */
export function isAutolink(text: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]{1,31}:[^\s<>]*$/i.test(text) && parser.normalizeLinkText(parser.normalizeLink(text)) === text
  );
}

/** An address as the destination of a link or an image. */
export function destination(href: string): string {
  const encoded = href.replace(/[\s<>\\`]/g, encodeURIComponent).replace(/&(?=#?\w+;)/g, '&amp;');
  return /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(encoded) ? encoded : encoded.replace(/[()]/g, '\\$&');
}
