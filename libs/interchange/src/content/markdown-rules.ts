import type TurndownService from 'turndown';
import { escapeMarkdown } from './escape-markdown.ts';
import { destination, isAutolink } from './link-text.ts';
import { isMistaken } from './source-links.ts';
import { tableOf } from './markdown-table.ts';
import { TurndownNode } from './turndown-node.ts';

type Write = (node: TurndownNode, content: string) => string;

const LANGUAGE = /(?:^|\s)(?:lang(?:uage)?-|brush:\s*)([\w+#.-]{1,30})/;

/** How the elements that TreeBuilder makes are written, where turndown's own way is not ours. */
export const MARKDOWN_RULES: Readonly<Record<string, Write>> = {
  a: (node, content) => writeLink(node, content),
  br: () => '\n',
  code: (node) => writeCode(node.textContent),
  del: (_node, content) => `~~${content}~~`,
  em: (node, content) => `${node.attributes['delimiter']}${content}${node.attributes['delimiter']}`,
  h1: (_node, content) => writeHeading(1, content),
  h2: (_node, content) => writeHeading(2, content),
  h3: (_node, content) => writeHeading(3, content),
  h4: (_node, content) => writeHeading(4, content),
  h5: (_node, content) => writeHeading(5, content),
  h6: (_node, content) => writeHeading(6, content),
  img: (node) => writeImage(node),
  li: (node, content) => writeItem(node, content),
  ol: (node, content) => writeList(node, content),
  p: (node, content) => written(node, content, `\n\n${content}${isBeforeInnerList(node) ? '\n' : '\n\n'}`),
  pre: (node) => writeBlock(node),
  strong: (_node, content) => `**${content}**`,
  table: (node, content) => tableOf(node) ?? `\n\n${content}\n\n`,
  td: (node, content) => written(node, content, `\n\n${content}\n\n`),
  th: (node, content) => written(node, content, `\n\n${content}\n\n`),
  ul: (node, content) => writeList(node, content),
};

/** One of these as turndown takes it. */
export function ruleOf(name: string, write: Write): TurndownService.Rule {
  return {
    filter: (node) => node.nodeName === name.toUpperCase(),
    // Only trees of TurndownNode are converted.
    replacement: (content, node: object) => write(node as TurndownNode, content),
  };
}

/** Keeps what a node has become for the table around it. */
function written(node: TurndownNode, content: string, markdown: string): string {
  node.attributes['markdown'] = content.trim();
  return markdown;
}

/** A list below the words of an item needs no empty line, which would set all items apart. */
function isBeforeInnerList({ parentNode, nextSibling }: TurndownNode): boolean {
  return parentNode?.nodeName === 'LI' && /^[OU]L$/.test(nextSibling?.nodeName ?? '');
}

/** A `#` at the end would be taken for the end of the heading. */
function writeHeading(level: number, content: string): string {
  return `\n\n${'#'.repeat(level)} ${content.replace(/#$/, '\\#')}\n\n`;
}

function writeLink({ attributes }: TurndownNode, content: string): string {
  const { href = '', text = '' } = attributes;
  if (isMistaken(text, href)) return content;
  return text === href && isAutolink(text) && !/[!`\n]/.test(content)
    ? `<${text}>`
    : `[${content}](${destination(href)})`;
}

function writeImage({ attributes }: TurndownNode): string {
  const { src = '', alt = '', title = '' } = attributes;
  const place = { escapeAll: false, lineStart: false };
  const shown = title ? ` "${title.replace(/["\\&]/g, '\\$&')}"` : '';
  return `![${escapeMarkdown(alt, place)}](${destination(src)}${shown})`;
}

function writeCode(code: string): string {
  const longest = longestRun(code);
  let delimiter = '`';
  while (longest.has(delimiter.length)) delimiter += '`';
  const space = /^`|`$/.test(code) ? ' ' : '';
  return `${delimiter}${space}${code}${space}${delimiter}`;
}

function longestRun(code: string): Set<number> {
  return new Set(code.match(/`+/g)?.map((run) => run.length));
}

function writeBlock(node: TurndownNode): string {
  const code = node.textContent.replace(/\r\n?/g, '\n').replace(/^\n|\n+$/g, '');
  const language = LANGUAGE.exec(node.attributes['class'] ?? '')?.[1] ?? '';
  const fence = '`'.repeat(Math.max(2, ...longestRun(code)) + 1);
  return `\n\n${fence}${language}\n${code}\n${fence}\n\n`;
}

/** A list that begins with another number than 1 does not end a paragraph by itself. */
function writeList(node: TurndownNode, content: string): string {
  const inItem = node.parentNode?.nodeName === 'LI' && !node.nextSibling;
  return inItem && startOf(node) === 1 ? `\n${content}` : `\n\n${content}\n\n`;
}

function writeItem(node: TurndownNode, content: string): string {
  const list = node.parentNode;
  const number = list?.nodeName === 'OL' ? startOf(list) + list.childNodes.indexOf(node) : null;
  const prefix = number === null ? '- ' : `${number}. `;
  const indented = content.trim().replace(/\n(?!\n|$)/g, `\n${' '.repeat(prefix.length)}`);
  return `${prefix}${indented}${node.nextSibling ? '\n' : ''}`;
}

function startOf(list: TurndownNode): number {
  const start = Number(list.attributes['start'] || 1);
  return Number.isInteger(start) && start >= 0 && start < 1e8 ? start : 1;
}
