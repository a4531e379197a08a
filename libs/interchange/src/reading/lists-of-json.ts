import { Assembler } from 'stream-json/core/assembler.js';
import { jsonParser, type Token } from 'stream-json/core/parser.js';
import { SourceFault } from '../sources/source.fault';
import type { SourceText } from './source-text';

/** One element of one of the lists of a file. `line` is its number there, from 1: JSON is often one long line. */
export interface ListedElement {
  readonly line: number;
  readonly value: unknown;
  /** The key of the list in the object that the file is; null where the file itself is the list. */
  readonly list: string | null;
}

/** Text goes to the parser in pieces of this size: of a broken file, what is before the piece with the mistake is read. */
const PIECE = 16 * 1024;

/**
 * The elements of the lists in a JSON file, streamed: of the list that the file is, or of those that its object has
 * (APIs give things together with what they refer to). What else the object has is passed over.
 * @param keys of the lists that are wanted, one of which must be there; without them all are, and none need be
 * @throws SourceFault where the file breaks, or has no such list: after the elements before
 */
export async function* listsOfJson(text: SourceText, keys?: readonly string[]): AsyncGenerator<ListedElement> {
  const parse = jsonParser({ streamValues: false });
  const lists = new ListsOfJson(keys);
  const tokensOf = (piece: string) => {
    const parsed = parse(piece);
    return typeof parsed === 'symbol' ? [] : parsed.values;
  };
  try {
    for await (const chunk of text.chunks()) {
      for (let from = 0; from < chunk.length; from += PIECE) {
        yield* lists.take(tokensOf(chunk.slice(from, from + PIECE)));
      }
    }
    if (lists.open) throw new Error('unclosed');
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    throw new SourceFault({ file: text.name, line: lists.count + 1 }, 'It is not JSON from about this element on.');
  }
  if (!keys || lists.found) return;
  const wanted = keys.length > 0 ? `, nor an object with a list under ${keys.join(' or ')}` : '';
  throw new SourceFault({ file: text.name }, `It is not a list${wanted}.`);
}

/** Picks the elements of lists out of the tokens of a file. */
class ListsOfJson {
  found = false;
  count = 0;
  private started = false;
  private depth = 0;
  private key: string | null = null;
  /** How deep the elements of the list at hand are; 0 between lists. */
  private within = 0;
  private element = new Assembler();

  constructor(private readonly keys: readonly string[] | undefined) {}

  /** Whether the text may not end here. */
  get open(): boolean {
    return !this.started || this.depth > 0;
  }

  *take(tokens: readonly Token[]): Generator<ListedElement> {
    for (const token of tokens) {
      this.started = true;
      if (token.name === 'endArray' || token.name === 'endObject') this.depth--;
      if (this.within > 0 && this.depth < this.within) this.within = 0;
      else if (this.within > 0) {
        this.element.consume(token);
        if (this.element.done) yield { list: this.key, line: ++this.count, value: this.element.current };
      } else this.outside(token);
      if (token.name === 'startArray' || token.name === 'startObject') this.depth++;
    }
  }

  private outside(token: Token): void {
    if (token.name === 'keyValue' && this.depth === 1) this.key = token.value;
    if (token.name !== 'startArray' || !this.isWanted()) return;
    this.found = true;
    this.within = this.depth + 1;
    this.count = 0;
  }

  /** Whether a list that begins here is one of those that are asked for. */
  private isWanted(): boolean {
    if (this.depth === 0) return true;
    return this.depth === 1 && this.key !== null && (!this.keys || this.keys.includes(this.key));
  }
}
