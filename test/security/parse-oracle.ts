import type DOMPurifyFactory from 'dompurify';
import type { JSDOM as JsDom } from 'jsdom';

// From dom.environment.js.
declare const JSDOM: typeof JsDom;
declare const createDOMPurify: typeof DOMPurifyFactory;

const { window } = new JSDOM('');
const purifier = createDOMPurify(window);
// One document without scripts for all: a window for each text would fill the memory.
const { body } = window.document.implementation.createHTMLDocument('');

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  A: ['href', 'rel'],
  IMG: ['src', 'alt', 'title', 'loading', 'referrerpolicy'],
  OL: ['start'],
  TH: ['align'],
  TD: ['align'],
  CODE: ['class'],
};
const TAGS = new Set(
  'P BR HR H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE CODE UL OL LI STRONG EM S A IMG TABLE THEAD TBODY TR TH TD'.split(' '),
);

/** What a browser would find in rendered HTML that must not be there; empty where all is well. */
export function activeContent(html: string): string[] {
  const found: string[] = [];
  body.innerHTML = html;
  for (const element of body.querySelectorAll('*')) {
    if (!TAGS.has(element.tagName)) found.push(`<${element.tagName}>`);
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES[element.tagName]?.includes(name)) found.push(`${element.tagName} ${name}=${value}`);
    }
    if (element.tagName === 'A') found.push(...linkFaults(element));
    if (element.tagName === 'IMG' && !/^https:\/\//i.test(element.getAttribute('src') ?? ''))
      found.push('image source');
  }
  if (/[\u202A-\u202E\u2066-\u2069]/.test(body.textContent ?? '')) found.push('direction control');
  return found;
}

function linkFaults(link: Element): string[] {
  const href = link.getAttribute('href');
  if (href === null) return [];
  const faults: string[] = [];
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) faults.push(`scheme of ${href}`);
  if (URL.canParse(href) && new URL(href).username) faults.push(`user name in ${href}`);
  if (link.getAttribute('rel') !== 'nofollow ugc noopener noreferrer') faults.push(`rel of ${href}`);
  return faults;
}

// A closing tag inside an alternative text is harmless in HTML; it would only matter inside an XML document.
const PURIFYING = { ADD_ATTR: ['referrerpolicy'], SAFE_FOR_XML: false };

/** The same HTML as a parser writes it again, before and after a second sanitiser has looked at it. */
export function beforeAndAfterPurifying(html: string): [string, string] {
  body.innerHTML = html;
  return [body.innerHTML, purifier.sanitize(html, PURIFYING)];
}
