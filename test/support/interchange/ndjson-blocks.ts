import type { InterchangeRecord } from '../../../libs/interchange/src/format/interchange-record';

/** The records of each block of NDJSON in a document. */
export function ndjsonBlocks(markdown: string): InterchangeRecord[][] {
  return [...markdown.matchAll(/^```ndjson\n([\s\S]*?)\n```$/gm)].map(([, text = '']) =>
    text.split('\n').map((line) => JSON.parse(line) as InterchangeRecord),
  );
}
