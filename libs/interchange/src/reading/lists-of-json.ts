import { Assembler } from 'stream-json/core/assembler.js';
import { jsonParser, type Token } from 'stream-json/core/parser.js';
import { SourceFault } from '../sources/source.fault';
import type { JsonElement } from './elements-of-json';
import type { SourceText } from './source-text';

/** One element of one of the lists of a file. */
export interface ListedElement extends JsonElement {
  /** The key of the list in the object that the file is; null where the file itself is the list. */
  readonly list: string | null;
}

const PIECE = 16 * 1024;

/**
 * The elements of all lists in a JSON file, streamed: of the list that the file is, or of every one that its object has
 * (APIs give things together with what they refer to). What else the object has is passed over.
 * @throws SourceFault where the file breaks, or is neither: after the elements before
 */
export async function* listsOfJson(text: SourceText): AsyncGenerator<ListedElement> {
  const parse = jsonParser({ streamValues: false });
  const lists = new ListsOfJson();
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
}

class ListsOfJson {
  count = 0;
  private started = false;
  private depth = 0;
  private key: string | null = null;
  /** How deep the elements of the list at hand are; 0 between lists. */
  private within = 0;
  private element = new Assembler();

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
    if (token.name !== 'startArray' || this.depth > 1 || (this.depth === 1 && this.key === null)) return;
    this.within = this.depth + 1;
    this.count = 0;
  }
}
