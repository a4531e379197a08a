import type { TurndownNode } from './turndown-node.ts';

/**
 * A table as Markdown, of the `markdown` that its cells have become; null where Markdown cannot show it as a table: a
 * cell holds a list, a quote, code or another table, or there is but one column, so that it only was a way of layout.
 */
export function tableOf(table: TurndownNode): string | null {
  const rows = table.childNodes.filter(({ nodeName }) => nodeName === 'TR');
  const captions = table.childNodes.slice(0, table.childNodes.length - rows.length);
  const columns = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  if (columns < 2 || captions.some(({ nodeName }) => nodeName !== 'P') || !rows.every(isPlain)) return null;
  const [first, ...others] = rows;
  const hasHead = first?.attributes['head'] || first?.childNodes.every(({ nodeName }) => nodeName === 'TH');
  const head = hasHead && first ? cellsOf(first) : [];
  const body = hasHead ? others : rows;
  const lines = [head, Array<string>(columns).fill('---'), ...body.map(cellsOf)].map((cells) => line(cells, columns));
  const above = captions.map(({ attributes }) => attributes['markdown']);
  return `\n\n${[...above, lines.join('\n')].join('\n\n')}\n\n`;
}

/** Whether a row holds cells of nothing but text. */
function isPlain(row: TurndownNode): boolean {
  return row.childNodes.every(
    ({ nodeName, childNodes }) => /^T[DH]$/.test(nodeName) && childNodes.every((child) => child.nodeName === 'P'),
  );
}

/** The cells as text of one line; a cell over several columns is followed by empty ones. */
function cellsOf(row: TurndownNode): string[] {
  return row.childNodes.flatMap(({ attributes }) => {
    const { markdown = '', colspan } = attributes;
    const span = Math.min(Math.max(1, Math.floor(Number(colspan)) || 1), 50);
    return [markdown.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|'), ...Array<string>(span - 1).fill('')];
  });
}

function line(cells: readonly string[], columns: number): string {
  return `| ${Array.from({ length: columns }, (_, column) => cells[column] ?? '').join(' | ')} |`;
}
