const MEANINGFUL = /[\\`*[\]_<&~!]/g;
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
const AUTOLINK = /<(?:[a-z][a-z0-9+.-]{1,31}:|[^\s@<>]+@)/iy;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
const BEGINS_A_BLOCK = /^(?:[=>|]|[-+](?=[\s|:-]|$)|:(?=-)|#{1,6}(?=\s|$))/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;
const WORD = /[\p{L}\p{N}]/u;

/** Where a text stands, and how it is written. */
export interface TextPlace {
  readonly escapeAll: boolean;
  /** It begins a line, where a character may begin a list, a quote or a heading. */
  readonly lineStart: boolean;
}

/** Plain text as Markdown that shows just this text: what may mean something where it stands is escaped. */
export function escapeMarkdown(text: string, { escapeAll, lineStart }: TextPlace): string {
  if (escapeAll) return text.replace(PUNCTUATION, '\\$&');
  const escaped = text.replace(MEANINGFUL, (character, at: number) =>
    isMeaningful(text, at) ? `\\${character}` : character,
  );
  return lineStart ? escaped.replace(BEGINS_A_BLOCK, '\\$&').replace(NUMBERED, '$1\\$2') : escaped;
}

/** Whether the parser might take the character for more than itself; at the ends of the text, what follows is unknown. */
function isMeaningful(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  switch (text[at]) {
    case '\\':
      return after === '' || /[!-/:-@[-`{-~]/.test(after);
    case '*':
      return before !== ' ' || after !== ' ';
    case '_':
      return !(WORD.test(before) && WORD.test(after));
    case '<':
      return matchesAt(AUTOLINK, text, at);
    case '&':
      return matchesAt(ENTITY, text, at);
    case '~':
      return after === '~' || before === '~' || after === '' || before === '';
    case '!':
      return after === '';
    default:
      return true;
  }
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
