const MAX_LENGTH = 80;

/** Latin letters that do not come apart into a base letter and a mark. */
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/**
 * The readable part of a topic's address: [a-z0-9-], at most 80 characters, cut between words. A title of which
 * nothing remains (another script) gives `code`; so does one of which only a digit or a letter would remain.
 */
export function slugify(title: string, code: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => LATIN[letter] ?? '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > MAX_LENGTH) break;
    slug = longer;
  }
  if (!slug && words[0]) slug = words[0].slice(0, MAX_LENGTH);
  return slug.length > 1 ? slug : code.toLowerCase();
}
