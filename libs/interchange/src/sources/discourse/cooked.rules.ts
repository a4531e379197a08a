import { attributeText, hasClass, visibleText, type HtmlElement, type HtmlRule } from '../html/html-element';

/** Pictures of people and of sites, icons, and buttons: they are not what somebody wrote. */
const DECORATION = ['avatar', 'site-icon', 'quote-controls', 'onebox-metadata', 'hashtag-icon-placeholder', 'anchor'];

const decoration: HtmlRule = (element) =>
  element.name === 'svg' || DECORATION.some((name) => hasClass(element, name)) ? '' : null;

/** Emoji are pictures with their name beside them. */
const emoji: HtmlRule = (element) =>
  element.name === 'img' && hasClass(element, 'emoji')
    ? attributeText(element.attributes.alt ?? element.attributes.title)
    : null;

/** Mentions and references lead to people and places of the old site; here they are the text that they were. */
const mention: HtmlRule = (element) => {
  if (hasClass(element, 'mention') || hasClass(element, 'mention-group')) return element.inner;
  if (element.name !== 'a' || !(hasClass(element, 'hashtag') || hasClass(element, 'hashtag-cooked'))) return null;
  return `#${visibleText(element.inner).replace(/^#\s*/, '')}`;
};

/** A quote of another post: who is quoted stands above what they said, both in one block. */
const quote: HtmlRule = (element) => {
  if (element.name === 'aside' && hasClass(element, 'quote')) return `<blockquote>${element.inner}</blockquote>`;
  const parent = element.around.at(-1);
  if (!parent || parent.name !== 'aside' || !hasClass(parent, 'quote')) return null;
  if (hasClass(element, 'title')) return `<p>${element.inner.trim()}</p>`;
  return element.name === 'blockquote' ? element.inner : null;
};

/** A card of a linked page: its title as a link, and what it says of itself. */
const onebox: HtmlRule = (element) => {
  if (element.name === 'aside' && hasClass(element, 'onebox')) {
    const { 'data-onebox-src': source = '' } = element.attributes;
    const link = source && !element.inner.includes('<a ') ? linkTo(source, source) : '';
    return `<blockquote>${link}${element.inner}</blockquote>`;
  }
  if (!element.around.some((outer) => outer.name === 'aside' && hasClass(outer, 'onebox'))) return null;
  if (element.name === 'img' || element.name === 'header') return '';
  if (/^h[1-6]$/.test(element.name)) return `<p>${element.inner}</p>`;
  return element.name === 'article' || element.name === 'div' ? element.inner : null;
};

/** A picture that opens large: the large one. */
const lightbox: HtmlRule = (element) => {
  if (element.name === 'a' && hasClass(element, 'lightbox')) return largePicture(element);
  if (hasClass(element, 'lightbox-wrapper')) return element.inner;
  return hasClass(element, 'meta') && element.around.some((outer) => hasClass(outer, 'lightbox')) ? '' : null;
};

/** A film that is played within the page: a link to it. */
const film: HtmlRule = (element) => {
  if (hasClass(element, 'video-placeholder-container')) {
    const { 'data-video-src': source = '' } = element.attributes;
    return source ? linkTo(source, source) : null;
  }
  if (!hasClass(element, 'lazy-video-container') && !hasClass(element, 'youtube-onebox')) return null;
  const address = /<a [^>]*href="([^"]*)"/.exec(element.inner)?.[1];
  return address ? linkTo(address, element.attributes['data-video-title'] ?? address) : null;
};

/** The language of a block of code, by the name that everybody else gives it. */
const code: HtmlRule = ({ name, attributes, inner }) => {
  const language = /(?:^|\s)lang-([\w+#-]+)/.exec(attributes.class ?? '')?.[1];
  if (name !== 'code' || language === undefined) return null;
  return language === 'auto' || language === 'nohighlight'
    ? `<code>${inner}</code>`
    : `<code class="language-${language}">${inner}</code>`;
};

/** What Discourse makes of a text (it calls it cooked), as plain HTML. */
export const COOKED: readonly HtmlRule[] = [decoration, emoji, mention, quote, film, onebox, lightbox, code];

function largePicture({ attributes, inner }: HtmlElement): string {
  const text = attributes.title ?? /<img [^>]*alt="([^"]*)"/.exec(inner)?.[1] ?? '';
  return attributes.href ? `<img src="${attributes.href}" alt="${text.replace(/"/g, '&quot;')}">` : inner;
}

function linkTo(address: string, text: string): string {
  return `<p><a href="${address.replace(/"/g, '&quot;')}">${attributeText(text)}</a></p>`;
}
