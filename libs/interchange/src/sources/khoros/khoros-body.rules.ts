import { attributeText, visibleText, type HtmlRule } from '../html/html-element';

/** The moods of its faces, whichever animal or person shows them. */
const MOODS: Readonly<Record<string, string>> = {
  happy: '🙂',
  'very-happy': '😀',
  lol: '😂',
  wink: '😉',
  tongue: '😛',
  surprised: '😮',
  embarrassed: '😳',
  indifferent: '😐',
  frustrated: '😖',
  sad: '🙁',
  mad: '😠',
};
const FACE =
  /(?:^|[\s-])(?:smiley|cat|man|woman|robot)-?(happy|very-happy|lol|wink|tongue|surprised|embarrassed|indifferent|frustrated|sad|mad)(?:\s|$)/;
const SIZES: Readonly<Record<string, string>> = { small: 'small', medium: 'medium' };

/** Pictures are named by their ids; the site has them below a fixed address. */
const image: HtmlRule = ({ name, attributes }) => {
  if (name !== 'li-image') return null;
  const { id, src, alt, size } = attributes;
  const address =
    src ?? (id && `/t5/image/serverpage/image-id/${encodeURIComponent(id)}/image-size/${SIZES[size ?? ''] ?? 'large'}`);
  return address ? `<img src="${attribute(address)}" alt="${attribute(alt)}">` : '';
};

/** Faces are pictures with the mood in their name. */
const face: HtmlRule = ({ name, attributes }) => {
  if (name !== 'img' && name !== 'li-emoji') return null;
  const mood = FACE.exec(`${attributes.id ?? ''} ${attributes.class ?? ''}`)?.[1];
  if (mood) return MOODS[mood] ?? '';
  if (name === 'img')
    return /(?:^|\s)emoticon(?:\s|$)/.test(attributes.class ?? '') ? attributeText(attributes.alt) : null;
  return attributeText((attributes.title ?? attributes.alt ?? attributes.id ?? '').replace(/^lia_([\w-]+)$/, ':$1:'));
};

const person: HtmlRule = ({ name, attributes, inner }) => {
  if (name !== 'li-user') return null;
  const login = (attributes.login ?? visibleText(inner)).replace(/^@/, '');
  return login ? `@${attributeText(login)}` : '';
};

const code: HtmlRule = ({ name, attributes, inner }) => {
  if (name !== 'li-code') return null;
  const language = /^[\w+#-]+$/.exec(attributes.lang ?? attributes.language ?? '')?.[0];
  return `<pre><code${language ? ` class="language-${language}"` : ''}>${inner}</code></pre>`;
};

/** What is hidden until somebody asks for it stands below its title. */
const spoiler: HtmlRule = ({ name, attributes, inner }) =>
  name === 'li-spoiler'
    ? `<p>${attributeText(attributes.label ?? 'Spoiler')}:</p><blockquote>${inner}</blockquote>`
    : null;

/** Messages, films, files: what has an address is a link; of anything else its text is kept. */
const other: HtmlRule = ({ name, attributes, inner }) => {
  if (!name.startsWith('li-') && !name.startsWith('messagetemplate')) return null;
  const { url = attributes.href, title } = attributes;
  if (!url) return inner;
  return `<a href="${attribute(url)}">${visibleText(inner) ? inner : attributeText(title ?? url)}</a>`;
};

/** What Khoros (and Lithium before it) has in its texts that no browser knows, as plain HTML. */
export const KHOROS_BODY: readonly HtmlRule[] = [image, face, person, code, spoiler, other];

function attribute(value: string | undefined): string {
  return attributeText(value).replace(/"/g, '&quot;');
}
