import { parentPort } from 'node:worker_threads';
import type { Text } from '../format/record-parts.ts';
import { convertText, type ConvertedText } from './convert-text.ts';

/** What ContentPool asks a thread. */
export interface ContentBatch {
  readonly texts: readonly Text[];
  readonly baseUrl?: string;
}

/** The thread's side of ContentPool: says when it is warm, then answers each batch with what its texts have become. */
if (parentPort) {
  const port = parentPort;
  convert({ text: '<p>Warm <b>up</b>, <a href="https://example.com">x</a><br>y</p><pre>z</pre>', format: 'HTML' });
  port.on('message', ({ texts, baseUrl }: ContentBatch) =>
    port.postMessage(texts.map((text) => convert(text, baseUrl))),
  );
  port.postMessage('ready');
}

/** A text that breaks a library is one text that is not taken, and never the end of an import. */
function convert(text: Text, baseUrl?: string): ConvertedText {
  try {
    return convertText(text, baseUrl);
  } catch {
    return { fault: 'The text cannot be read.' };
  }
}
