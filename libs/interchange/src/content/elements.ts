import type { Mark } from './inline-run.ts';

/** What the elements of HTML become; those that are not named here pass on what is in them. */
export type ElementRole = 'mark' | 'link' | 'block' | 'hidden' | 'break' | 'image' | 'frame' | 'container' | 'table';

/** Elements whose marks Markdown has too. */
export const MARKS: Readonly<Record<string, Mark['name']>> = {
  strong: 'STRONG',
  b: 'STRONG',
  em: 'EM',
  i: 'EM',
  del: 'DEL',
  s: 'DEL',
  strike: 'DEL',
  code: 'CODE',
  kbd: 'CODE',
  samp: 'CODE',
  tt: 'CODE',
};

const NAMES: Readonly<Record<ElementRole, string>> = {
  mark: Object.keys(MARKS).join(' '),
  link: 'a',
  block:
    'address article aside body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'header hgroup html legend main menu nav option p search section select summary textarea',
  hidden: 'head link meta noscript script style svg template title',
  break: 'br',
  image: 'img',
  frame: 'iframe embed object video audio source',
  container: 'blockquote ul ol li pre h1 h2 h3 h4 h5 h6 hr',
  table: 'table thead tbody tfoot tr td th',
};

const ROLES = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.split(' ').map((name) => [name, role as ElementRole] as const),
  ),
);

/** What an element becomes; null where only what is in it counts. */
export function roleOf(name: string): ElementRole | null {
  return ROLES.get(name) ?? null;
}
