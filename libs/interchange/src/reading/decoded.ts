import { isUtf8 } from 'node:buffer';

/** The next line is not UTF-8. */
export class NotUtf8 extends Error {}

const LINE_END = 0x0a;
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Strict UTF-8, without the byte order mark. The whole lines before a bad byte are given before {@link NotUtf8} is
 * thrown: nothing is replaced silently.
 */
export async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  for await (const chunk of chunks) {
    let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    if (!started && bytes.length < MARK.length) {
      rest = bytes;
      continue;
    }
    if (!started && bytes.subarray(0, MARK.length).equals(MARK)) bytes = bytes.subarray(MARK.length);
    started = true;
    const whole = wholeCharacters(bytes);
    rest = bytes.subarray(whole);
    const text = bytes.subarray(0, whole);
    if (!isUtf8(text)) {
      yield goodLines(text);
      throw new NotUtf8();
    }
    if (whole > 0) yield text.toString('utf8');
  }
  if (rest.length === 0) return;
  if (!isUtf8(rest)) throw new NotUtf8();
  yield rest.toString('utf8');
}

/** How many of the bytes are whole characters: the last one may go on in the next chunk. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function goodLines(bytes: Buffer): string {
  let good = 0;
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, good)) {
    if (!isUtf8(bytes.subarray(good, end))) break;
    good = end + 1;
  }
  return bytes.toString('utf8', 0, good);
}
