import type MarkdownIt from 'markdown-it';
import { isAllowedImage, isAllowedLink, linkHost, looksLikeAnotherHost } from './link.rules.ts';

type State = MarkdownIt.StateCore;
type Token = MarkdownIt.Token;

/** The last step of parsing: aligns tables without styles, links images we do not load, and shows true hosts. */
export function makeSafe(state: State): void {
  for (const token of state.tokens) {
    if (token.type === 'th_open' || token.type === 'td_open') alignByAttribute(token);
    if (token.children) token.children = showHosts(linkPlainImages(token.children, state), state);
  }
}

/** A page under a strict content policy ignores inline styles. */
function alignByAttribute(token: Token): void {
  const side = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style')))?.[1];
  token.attrs = side ? [['align', side]] : null;
}

/** Images that may not be loaded become links to them, or their text where they stand inside a link already. */
function linkPlainImages(tokens: readonly Token[], state: State): Token[] {
  let inLink = false;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open' || token.type === 'link_close') inLink = token.nesting > 0;
    if (token.type !== 'image') return [token];
    const src = String(token.attrGet('src'));
    if (isAllowedImage(src)) return [token];
    const label = textToken(textOf(token.children ?? []) || src, token.level + 1, state);
    if (inLink || !isAllowedLink(src)) return [label];
    const open = new state.Token('link_open', 'a', 1);
    open.level = token.level;
    open.attrs = [['href', src]];
    const close = new state.Token('link_close', 'a', -1);
    close.level = token.level;
    return [open, label, close];
  });
}

/** Adds the true host to each link whose text looks like another one. */
function showHosts(tokens: readonly Token[], state: State): Token[] {
  const shown: Token[] = [];
  let opened = -1;
  for (const token of tokens) {
    if (token.type === 'link_open') opened = shown.length;
    if (token.type === 'link_close' && opened >= 0) {
      const host = linkHost(String(shown[opened]?.attrGet('href')));
      if (host && looksLikeAnotherHost(textOf(shown.slice(opened)), host))
        shown.push(textToken(` [${host}]`, token.level + 1, state));
      opened = -1;
    }
    shown.push(token);
  }
  return shown;
}

function textToken(content: string, level: number, state: State): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  token.level = level;
  return token;
}

/** What a reader sees of inline tokens; an image by its alternative text. */
function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      return token.children ? textOf(token.children) : token.content;
    })
    .join('');
}
