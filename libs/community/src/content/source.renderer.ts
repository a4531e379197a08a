// Files that the render worker loads name their imports with `.ts`: Node runs them as they are where nothing is
// compiled (tests), and the compiler writes `.js`.
import { CONTENT_LIMITS, limitFault } from './content.limits.ts';
import { sanitise } from './html.sanitiser.ts';
import { markdownParser } from './markdown.parser.ts';

/** HTML, or the sentence that says why there is none. */
export type RenderOutcome = { readonly html: string } | { readonly fault: string };

/** Texts up to this many UTF-16 units take a few milliseconds at worst, and are rendered where they arrive. */
export const INLINE_LENGTH = 5_000;

/** Directions that turn text around unseen; marks (U+200E, U+200F) belong to right-to-left writing and stay. */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Why a text without words or images is refused. */
export const NOTHING_SHOWN = 'Nothing of this text would be shown: write some words.';

const parser = markdownParser();

/** Markdown to HTML through both walls, within the limits. Pure: the same source gives the same outcome. */
export function renderSource(source: string, limits = CONTENT_LIMITS): RenderOutcome {
  if (isLonger(source, limits.length)) return { fault: `A text may have ${limits.length} characters: shorten it.` };
  const env = {};
  const tokens = parser.parse(source, env);
  const fault = limitFault(tokens, limits);
  if (fault) return { fault };
  const html = showControls(sanitise(parser.renderer.render(tokens, parser.options, env)));
  return isEmpty(html) ? { fault: NOTHING_SHOWN } : { html };
}

/** Whether a text has more code points, counted only where its UTF-16 units leave a doubt. */
function isLonger(source: string, length: number): boolean {
  return source.length > length && (source.length > 2 * length || Array.from(source).length > length);
}

function showControls(html: string): string {
  return html.replace(DIRECTION_CONTROLS, (control) => `⟨U+${control.charCodeAt(0).toString(16).toUpperCase()}⟩`);
}

/** A source of reference definitions or invisible characters alone renders to nothing. */
function isEmpty(html: string): boolean {
  const text = html.replace(/<[^>]*>|[\p{Default_Ignorable_Code_Point}\u2800]/gu, '');
  return !VISIBLE.test(text) && !html.includes('<img');
}
