/** What begins a heading, a list, a quote, a rule, a table of one line or code where a line begins with it. */
const BLOCK = /^(?=[-+*=_#>|`~]|\d{1,9}[.)])/;
const BULLET = /^(?:[-+*](?=\s|$)|#{1,6}(?=\s|$)|>|(?:[-*_]\s*){3,}$|=+\s*$|-+\s*$|(?:`{3}|~{3}))/;
const NUMBER = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * A comment of a dump as Markdown. Comments there know emphasis, code and links and nothing else: what would begin a
 * list or a heading here is kept as the text that it was.
 */
export function inlineMarkdown(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => plainStart(line.trimStart()))
    .join('\n')
    .trim();
}

function plainStart(line: string): string {
  if (!BLOCK.test(line)) return line;
  if (BULLET.test(line)) return `\\${line}`;
  return line.replace(NUMBER, '$1\\$2');
}
