const CODE = /<pre\b[^>]*>[\s\S]*?<\/pre>|<code\b[^>]*>[\s\S]*?<\/code>/gi;

/**
 * The HTML of a table that was exported without its line ends: three spaces stand for the break between paragraphs, and
 * in code two for the end of a line, with its indentation behind.
 */
export function spacedHtml(text: string): string {
  const code = text.match(CODE) ?? [];
  return text
    .split(CODE)
    .map((prose, at) => prose.replace(/ {3,}/g, '<br><br>') + (code[at] === undefined ? '' : codeOf(code[at])))
    .join('');
}

function codeOf(code: string): string {
  if (code.includes('\n') || !code.includes('  ')) return code;
  const lines = code.replace(/ {2}( *)/g, '\n$1');
  return /^<pre/i.test(code) ? lines : `<pre>${lines}</pre>`;
}
