import sanitizeHtml from 'sanitize-html';
import { isAllowedImage, isAllowedLink } from './link.rules.ts';

const REL = 'nofollow ugc noopener noreferrer';
const ALIGNED = [{ name: 'align', multiple: false, values: ['left', 'center', 'right'] }];

const RULES: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li'],
    ...['strong', 'em', 's', 'a', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'alt', 'title', 'loading', 'referrerpolicy'],
    ol: ['start'],
    th: ALIGNED,
    td: ALIGNED,
  },
  allowedClasses: { code: [/^language-[\w+#.-]{1,30}$/] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['https'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    a: (tagName, { href }) => ({
      tagName,
      attribs: href !== undefined && isAllowedLink(href) ? { href, rel: REL } : ({} as sanitizeHtml.Attributes),
    }),
    img: (tagName, { src, alt, title }) => ({ tagName, attribs: imageAttributes(src, alt, title) }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs['src'],
};

/**
 * The second wall: keeps the tags and attributes of a closed list, whatever the parser let through. Doing it again
 * changes nothing.
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, RULES);
}

/** Images load late, and do not tell their host which topic is being read. */
function imageAttributes(src?: string, alt?: string, title?: string): sanitizeHtml.Attributes {
  if (src === undefined || !isAllowedImage(src)) return {};
  return { src, alt: alt ?? '', ...(title ? { title } : {}), loading: 'lazy', referrerpolicy: 'no-referrer' };
}
