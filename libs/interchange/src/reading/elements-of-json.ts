import { Assembler } from 'stream-json/core/assembler.js';
import { jsonParser, type Token } from 'stream-json/core/parser.js';
import { SourceFault } from '../sources/source.fault';
import type { SourceText } from './source-text';

/** One element of a list. `line` is its number in the list, from 1: JSON is often one long line. */
export interface JsonElement {
  readonly line: number;
  readonly value: unknown;
}

/** Text goes to the parser in pieces of this size: of a broken file, what is before the piece with the mistake is read. */
const PIECE = 16 * 1024;

/**
 * The elements of a list in a JSON file, streamed: of the list that the file is, or of the first one that its object has
 * under one of these keys. What else the object has is passed over.
 * @throws SourceFault where there is no such list, or where the file breaks: after the elements before
 */
export async function* elementsOfJson(text: SourceText, keys: readonly string[] = []): AsyncGenerator<JsonElement> {
  const parse = jsonParser({ streamValues: false });
  const list = new ListOfJson(keys);
  const tokensOf = (piece: string) => {
    const parsed = parse(piece);
    return typeof parsed === 'symbol' ? [] : parsed.values;
  };
  try {
    for await (const chunk of text.chunks()) {
      for (let from = 0; from < chunk.length; from += PIECE) {
        yield* list.take(tokensOf(chunk.slice(from, from + PIECE)));
      }
    }
    if (list.open) throw new Error('unclosed');
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    throw new SourceFault({ file: text.name, line: list.count + 1 }, 'It is not JSON from about this element on.');
  }
  if (list.found) return;
  const wanted = keys.length > 0 ? `, nor an object with a list under ${keys.join(' or ')}` : '';
  throw new SourceFault({ file: text.name }, `It is not a list${wanted}.`);
}

/** Picks the elements of the list out of the tokens of a file. */
class ListOfJson {
  found = false;
  count = 0;
  private depth = 0;
  private started = false;
  /** How deep the elements are; 0 while the list has not begun or is over. */
  private within = 0;
  private key: string | null = null;
  private element = new Assembler();

  constructor(private readonly keys: readonly string[]) {}

  /** Whether the text may not end here. */
  get open(): boolean {
    return !this.started || this.depth > 0;
  }

  *take(tokens: readonly Token[]): Generator<JsonElement> {
    for (const token of tokens) {
      this.started = true;
      const ends = token.name === 'endArray' || token.name === 'endObject';
      if (ends) this.depth--;
      if (this.within > 0 && this.depth < this.within) this.within = 0;
      else if (this.within > 0) {
        this.element.consume(token);
        if (this.element.done) yield { line: ++this.count, value: this.element.current };
      } else this.begin(token);
      if (token.name === 'startArray' || token.name === 'startObject') this.depth++;
    }
  }

  private begin(token: Token): void {
    if (token.name === 'keyValue' && this.depth === 1) this.key = token.value;
    if (token.name !== 'startArray' || this.found) return;
    const asked = this.depth === 0 || (this.depth === 1 && this.key !== null && this.keys.includes(this.key));
    if (!asked) return;
    this.found = true;
    this.within = this.depth + 1;
  }
}
