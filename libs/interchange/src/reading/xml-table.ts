import { SaxesParser } from 'saxes';
import { SourceFault } from '../sources/source.fault';

/** A `<row …/>` by its attributes, or why it cannot be read. `line` is where it begins. */
export type XmlRow =
  | { readonly line: number; readonly attributes: Readonly<Record<string, string>> }
  | { readonly line: number; readonly fault: string };

/** Mistakes within a row that leave no doubt where the next one begins. */
const OF_ONE_ROW = /malformed character entity|disallowed character\.$|duplicate attribute/;

/** Takes the text of an XML table piece by piece, and gives its rows. No DTD is read, and no entity of one. */
export class XmlTable {
  /** Whether the element that holds the rows has been read. */
  begun = false;
  private readonly rows: XmlRow[] = [];
  private readonly parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  private line = 1;
  private depth = 0;
  private mistake: string | null = null;

  constructor(
    private readonly file: string,
    private readonly root: string,
  ) {
    this.parser.on('doctype', () => this.fail('It has a DTD, which is not read.'));
    this.parser.on('opentagstart', (tag) => this.open(tag.name));
    this.parser.on('opentag', (tag) => this.add(tag.attributes));
    this.parser.on('closetag', () => this.depth--);
    this.parser.on('error', (error) => this.note(error));
  }

  /** The rows that were read since the last call. */
  take(): XmlRow[] {
    return this.rows.splice(0);
  }

  /** Why the file cannot be read on, after the rows that could be; null while all is well. */
  write(text: string): SourceFault | null {
    return faultOf(() => this.parser.write(text));
  }

  /** The same, at the end of the file. */
  end(): SourceFault | null {
    return faultOf(() => this.parser.close());
  }

  private open(name: string): void {
    this.depth++;
    this.line = this.parser.columnIndex === 0 ? this.parser.line - 1 : this.parser.line;
    this.mistake = null;
    if (this.depth === 1 && name !== this.root) this.fail(`It begins with <${name}>, not with <${this.root}>.`);
    if (this.depth > 2) this.fail('There is an element within a row.');
    this.begun = true;
  }

  private add(attributes: Readonly<Record<string, string>>): void {
    if (this.depth !== 2) return;
    this.rows.push(this.mistake ? { line: this.line, fault: this.mistake } : { line: this.line, attributes });
    this.mistake = null;
  }

  private note(error: Error): void {
    if (this.depth === 2 && OF_ONE_ROW.test(error.message)) {
      this.mistake = 'An attribute is there twice or holds a character that XML does not allow.';
      return;
    }
    if (/unclosed tag|unexpected end/.test(error.message)) this.fail('The file ends in the middle. Fetch it again.');
    if (/root element/.test(error.message)) this.fail(`It is empty: <${this.root}> is missing.`);
    this.fail(`It is not XML from here on (${error.message.replace(/^\d+:\d+: |\.$/g, '')}).`);
  }

  private fail(message: string): never {
    throw new SourceFault({ file: this.file, line: this.parser.line }, message);
  }
}

function faultOf(act: () => unknown): SourceFault | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof SourceFault) return error;
    throw error;
  }
}
