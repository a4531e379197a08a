import { domainToASCII } from 'node:url';

const MAILTO = /^mailto:[^\s@,?]+@([^\s@,?]+)(?:\?.*)?$/i;
const HTTP = /^https?:\/\//i;
const DOMAIN = /^(?:[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*\.)+\p{L}[\p{L}\p{M}\p{N}-]+$/u;
const AROUND_A_WORD = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const WRITTEN_AS_ADDRESS = /:\/\/|@|^\W*www\.|\/./i;
const OTHER_DOTS = /[\u3002\uFF0E\uFF61]/g;

/**
 * The host a link leads to, in ASCII; null where it is a link we do not show: another scheme than http, https and
 * mailto, a relative or protocol-relative address, or one that hides its host behind a user name.
 */
export function linkHost(href: string): string | null {
  const mail = MAILTO.exec(href)?.[1];
  if (mail !== undefined) return domainToASCII(mail) || null;
  if (!HTTP.test(href) || !URL.canParse(href)) return null;
  const { username, password, hostname } = new URL(href);
  return username || password ? null : hostname || null;
}

/** Whether an address may be shown as a link. */
export function isAllowedLink(href: string): boolean {
  return linkHost(href) !== null;
}

/** Whether an address may be loaded as an image: https only, so that no page of ours mixes in plain http. */
export function isAllowedImage(src: string): boolean {
  return /^https:/i.test(src) && isAllowedLink(src);
}

/**
 * Whether the text of a link looks like another host than the one it leads to. A host in letters that are not ASCII
 * always does, since it may only look like the one that a reader knows. In a text of several words only what is
 * written as an address does: a file or a program named in a sentence (`beer.db`) is none.
 */
export function looksLikeAnotherHost(text: string, host: string): boolean {
  const words = text.normalize('NFKC').replace(INVISIBLE, '').replace(OTHER_DOTS, '.').trim().split(/\s+/);
  return words
    .filter((word) => words.length === 1 || WRITTEN_AS_ADDRESS.test(word))
    .flatMap(hostsNamed)
    .some((named) => withoutWww(named.toLowerCase()) !== withoutWww(host));
}

function hostsNamed(word: string): string[] {
  const address = word.replace(AROUND_A_WORD, '').replace(/^[a-z][a-z0-9+.-]*:\/*/i, '');
  const authority = address.split(/[/\\?#:]/)[0] ?? '';
  return authority
    .split('@')
    .map((part) => part.replace(AROUND_A_WORD, ''))
    .filter((part) => DOMAIN.test(part));
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
