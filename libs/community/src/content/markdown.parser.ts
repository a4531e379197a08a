import MarkdownIt from 'markdown-it';
import { CONTENT_LIMITS } from './content.limits.ts';
import { isAllowedLink } from './link.rules.ts';
import { makeSafe } from './safe-content.rule.ts';

/**
 * Markdown as members write it: raw HTML is shown as text, addresses that begin with a scheme become links, a line
 * break stays one. It is the first wall: what it lets through is sanitised again.
 */
export function markdownParser(): InstanceType<typeof MarkdownIt> {
  const parser = new MarkdownIt({
    html: false,
    linkify: true,
    breaks: true,
    // A little more than allowed, so that what is too deep is still seen and refused instead of cut.
    maxNesting: CONTENT_LIMITS.nesting + 5,
  });
  // Without a scheme, `setup.sh` and `readme.md` would lead to the domains of countries.
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  parser.validateLink = isAllowedLink;
  parser.core.ruler.push('safe_content', makeSafe);
  return parser;
}
