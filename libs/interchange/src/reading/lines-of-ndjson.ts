import { SourceFault } from '../sources/source.fault';
import type { SourceText } from './source-text';

/** One line of NDJSON, or why it cannot be read. */
export type JsonLine =
  { readonly line: number; readonly value: unknown } | { readonly line: number; readonly fault: string };

/** A line longer than this is another kind of file. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * The lines of an NDJSON file, streamed; empty ones are passed over.
 * @throws SourceFault where the last line is cut, or where the file breaks: after the lines before
 */
export async function* linesOfNdjson(text: SourceText): AsyncGenerator<JsonLine> {
  let rest = '';
  let line = 1;
  for await (const chunk of text.chunks()) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      const read = valueOf(rest + chunk.slice(from, end), line);
      rest = '';
      from = end + 1;
      line++;
      if (read) yield read;
    }
    rest += chunk.slice(from);
    if (rest.length > LONGEST_LINE) {
      throw new SourceFault(
        { file: text.name, line },
        'The line is too long for NDJSON: every record is a line of its own.',
      );
    }
  }
  const last = valueOf(rest, line);
  if (last && 'fault' in last) {
    throw new SourceFault({ file: text.name, line }, 'The file ends in the middle of a line. Fetch it again.');
  }
  if (last) yield last;
}

function valueOf(text: string, line: number): JsonLine | null {
  if (text.trim() === '') return null;
  try {
    return { line, value: JSON.parse(text) };
  } catch {
    return { line, fault: 'The line is not JSON.' };
  }
}
