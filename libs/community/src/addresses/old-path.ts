/** Bytes of a stored path at most: more would not fit into its key. */
const LONGEST = 2000;

/** What a system writes into its addresses and never looks at (titles, languages, names) is left out. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  // Khoros: /t5/<board>/bd-p/<its name in addresses> is a board, ct-p a category.
  [/^(?:\/[^/]+)?\/t5\/(?:.+\/)?(?:bd|ct)-p\/([^/]+)(?:\/.*)?$/, '/t5/bd-p/$1'],
  // Khoros: /t5/<board>/<subject>/m-p/<id>, also td-p, ta-p, idi-p …, with what is to be shown of it behind.
  [/^(?:\/[^/]+)?\/t5\/(?:.+\/)?[a-z]+-p\/(\d+)(?:\/.*)?$/, '/t5/m-p/$1'],
  // Stack Exchange: an answer's address is that of its question with the answer's id behind.
  [/^\/questions\/\d+\/[^/]+\/(\d+)$/, '/a/$1'],
  [/^\/(?:questions|q)\/(\d+)(?:\/[^/]*)?$/, '/questions/$1'],
  [/^\/a\/(\d+)\/\d+$/, '/a/$1'],
  [/^\/users\/(\d+)\/[^/]*$/, '/users/$1'],
  // Discourse: /t/<title>/<id>/<number of the post>, with or without the title, which is never a number.
  [/^\/t\/(?:[^/]*[^/\d][^/]*\/)?(\d+)\/(\d+)$/, '/t/$1/$2'],
  [/^\/t\/(?:[^/]*[^/\d][^/]*\/)?(\d+)(?:\/\d+)?$/, '/t/$1'],
  // Discourse: /c/<category>/<category in it>/<id>, and the pages of a user.
  [/^\/c\/.+\/(\d+)(?:\/l\/.*)?$/, '/c/$1'],
  [/^\/u\/([^/]+)\/.+$/, '/u/$1'],
  // Zendesk: /hc/<language>/community/posts/<id>-<title>/comments/<id>.
  [/^\/hc\/(?:[a-z0-9-]+\/)?community\/posts\/\d+[^/]*\/comments\/(\d+)$/i, '/hc/community/comments/$1'],
  [
    /^\/hc\/(?:[a-z0-9-]+\/)?(community\/posts|community\/topics|articles)\/(\d+)(?:-[^/]*)?(?:\/comments\/\d+)?$/i,
    '/hc/$1/$2',
  ],
];
const LANGUAGE = /^\/[a-z]{2,3}(?:-[A-Za-z]{2,4})?(?=\/)/;
const CONTROL = /\p{Cc}/u;

/**
 * The form in which an old address is stored: path and query, decoded, without host, fragment and a slash at the end.
 * Null for what is no address, or too long to be kept.
 * @param address with or without scheme and host
 */
export function storedPath(address: string): string | null {
  const { path, query } = partsOf(withoutHost(address.trim()));
  return kept(trimmed(path) + query);
}

/**
 * The stored forms under which something may be kept that was asked for by this path, the likeliest first: as it was
 * asked for, without its query, and without what the system behind it does not look at. Empty for what is no path.
 * @param asked path and query, as they came
 */
export function lookupPaths(asked: string): string[] {
  if (!asked.startsWith('/') || asked.length > 3 * LONGEST) return [];
  const { path, query } = partsOf(asked.trim());
  const bare = trimmed(path);
  const paths = [path + query, bare + query, path, bare, ...shortForms(bare)];
  const local = bare.replace(LANGUAGE, '');
  if (local !== bare) paths.push(local + query, local, ...shortForms(local));
  return [...new Set(paths.flatMap((one) => kept(one) ?? []))];
}

function withoutHost(address: string): string {
  if (/^\/(?!\/)/.test(address)) return address;
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
  return url ? url.pathname + url.search : '';
}

function partsOf(text: string): { readonly path: string; readonly query: string } {
  const [whole = ''] = text.split('#', 1);
  const mark = whole.indexOf('?');
  const path = decoded(mark < 0 ? whole : whole.slice(0, mark));
  const query = mark < 0 || mark === whole.length - 1 ? '' : decoded(whole.slice(mark));
  return { path, query };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text;
  }
}

function trimmed(path: string): string {
  return path.length > 1 ? path.replace(/(?<!^)\/+$/, '') : path;
}

function shortForms(path: string): string[] {
  return SHORT_FORMS.flatMap(([pattern, short]) => (pattern.test(path) ? [path.replace(pattern, short)] : []));
}

function kept(path: string): string | null {
  return path.startsWith('/') && !CONTROL.test(path) && path.isWellFormed() && Buffer.byteLength(path) <= LONGEST
    ? path
    : null;
}
