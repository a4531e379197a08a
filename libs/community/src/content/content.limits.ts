import type MarkdownIt from 'markdown-it';

/** What one text may hold. Its length is in code points; nesting counts blocks and inline marks together. */
export interface ContentLimits {
  readonly length: number;
  readonly links: number;
  readonly images: number;
  readonly mentions: number;
  readonly nesting: number;
  readonly tableColumns: number;
  readonly tableRows: number;
}

/** Of what people type here. */
export const CONTENT_LIMITS: ContentLimits = {
  length: 20_000,
  links: 50,
  images: 20,
  mentions: 20,
  nesting: 50,
  tableColumns: 20,
  tableRows: 200,
};

/** Of knowledge articles, which say all there is to say about something. */
export const ARTICLE_LIMITS: ContentLimits = {
  length: 60_000,
  links: 500,
  images: 200,
  mentions: 20,
  nesting: CONTENT_LIMITS.nesting,
  tableColumns: 20,
  tableRows: 500,
};

/** Of what comes from elsewhere, where nobody can shorten it: only what no server should have to lay out. */
export const IMPORTED_LIMITS: ContentLimits = {
  length: 1_000_000,
  links: Infinity,
  images: Infinity,
  mentions: Infinity,
  nesting: CONTENT_LIMITS.nesting,
  tableColumns: Infinity,
  tableRows: Infinity,
};

const MENTION = /(?<![\p{L}\p{N}@._/-])@[a-z0-9][a-z0-9_-]{2,29}/giu;

interface Counts {
  links: number;
  images: number;
  mentions: number;
  nesting: number;
  columns: number;
  rows: number;
  /** The widest table so far. */
  tableColumns: number;
  /** The longest table so far. */
  tableRows: number;
}

/** The sentence that says which limit a parsed text is over, or null where it is within all of them. */
export function limitFault(tokens: readonly MarkdownIt.Token[], limits: ContentLimits): string | null {
  const counts: Counts = {
    links: 0,
    images: 0,
    mentions: 0,
    nesting: 0,
    columns: 0,
    rows: 0,
    tableColumns: 0,
    tableRows: 0,
  };
  count(tokens, 0, counts);
  const { links, images, mentions, nesting, tableColumns, tableRows } = limits;
  if (counts.nesting > nesting)
    return `A text may be nested ${nesting} levels deep: take some lists, quotes or marks apart.`;
  if (counts.links > links) return `A text may hold ${links} links, this one has ${counts.links}: remove some.`;
  if (counts.images > images) return `A text may hold ${images} images, this one has ${counts.images}: remove some.`;
  if (counts.mentions > mentions)
    return `A text may mention ${mentions} members, this one mentions ${counts.mentions}: remove some.`;
  if (counts.tableColumns > tableColumns)
    return `A table may have ${tableColumns} columns, this one has ${counts.tableColumns}: remove some.`;
  if (counts.tableRows > tableRows)
    return `A table may have ${tableRows} rows, this one has ${counts.tableRows}: remove some.`;
  return null;
}

function count(tokens: readonly MarkdownIt.Token[], outer: number, counts: Counts): void {
  for (const token of tokens) {
    const level = outer + token.level;
    counts.nesting = Math.max(counts.nesting, level);
    if (token.type === 'link_open') counts.links++;
    else if (token.type === 'image') counts.images++;
    else if (token.type === 'text') counts.mentions += token.content.match(MENTION)?.length ?? 0;
    else countTable(token.type, counts);
    if (token.children) count(token.children, level, counts);
  }
}

function countTable(type: string, counts: Counts): void {
  if (type === 'table_open') counts.columns = counts.rows = 0;
  else if (type === 'th_open') counts.columns++;
  else if (type === 'tr_open') counts.rows++;
  counts.tableColumns = Math.max(counts.tableColumns, counts.columns);
  counts.tableRows = Math.max(counts.tableRows, counts.rows);
}
