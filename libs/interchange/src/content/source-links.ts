import { isAllowedLink, linkHost, looksLikeAnotherHost } from '../../../community/src/content/link.rules.ts';

const RUNS_CODE = /^(?:javascript|vbscript|data):/i;

/** What becomes of an address: a link to it, or what is written behind the words instead ('' for nothing). */
export type LinkFate = { readonly href: string } | { readonly written: string };

/**
 * The address of a link or an image as our rules take it. A relative one is completed where the source says from which
 * page; else, and where the scheme is another than of the web, it is written out, so that it is not lost.
 */
export function fateOf(address: string, baseUrl: string | undefined): LinkFate {
  const trimmed = address.replace(/[\t\n\r]/g, '').trim();
  const href = completed(trimmed, baseUrl);
  if (isAllowedLink(href)) return { href };
  return { written: trimmed === '' || trimmed.startsWith('#') || RUNS_CODE.test(trimmed) ? '' : trimmed };
}

/** The host that our renderer shows behind the words of a link, because they look like another one; null for none. */
export function shownHost(text: string, href: string): string | null {
  const host = linkHost(href);
  return host !== null && !isOwnAddress(text, href) && looksLikeAnotherHost(text, host) ? host : null;
}

/**
 * Whether a link is no more than its own words, and yet would be shown with another host behind them: one that software
 * has made of a part of a mail address or a file name. It says more as text.
 */
export function isMistaken(text: string, href: string): boolean {
  return isOwnAddress(text, href) && looksLikeAnotherHost(text, linkHost(href) ?? '');
}

function isOwnAddress(text: string, href: string): boolean {
  return bare(text) === bare(href);
}

function bare(address: string): string {
  return address
    .toLowerCase()
    .trim()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
}

function completed(address: string, baseUrl: string | undefined): string {
  if (/^(?:$|#)/.test(address) || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  if (baseUrl !== undefined && URL.canParse(address, baseUrl)) return new URL(address, baseUrl).href;
  return address.startsWith('//') ? `https:${address}` : address;
}
