import TurndownService from 'turndown';
import { MARKDOWN_RULES, ruleOf } from './markdown-rules.ts';
import type { TurndownNode } from './turndown-node.ts';

const turndown = new TurndownService({
  headingStyle: 'atx',
  codeBlockStyle: 'fenced',
  hr: '---',
  bulletListMarker: '-',
});
// Texts have been escaped where it was known what stands around them.
turndown.escape = (text) => text;
for (const [name, write] of Object.entries(MARKDOWN_RULES)) turndown.addRule(name, ruleOf(name, write));

/** The Markdown of a tree that TreeBuilder has made. */
export function writeMarkdown(root: TurndownNode): string {
  // It is no whole DOM node, but all that turndown uses of one.
  const node: object = root;
  return turndown.turndown(node as HTMLElement);
}
