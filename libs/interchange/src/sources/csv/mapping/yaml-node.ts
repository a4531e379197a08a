import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { SourceFault } from '../../source.fault';

/** One place in a YAML file. What it must be is asked for; anything else is a fault that names the key and the line. */
export class YamlNode {
  private constructor(
    private readonly file: string,
    private readonly lines: LineCounter,
    private readonly node: Node | null,
    /** `files[0].columns.kind` */
    readonly path: string,
    private readonly offset: number,
  ) {}

  /** @throws SourceFault where it is not YAML */
  static parse(text: string, file: string): YamlNode {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const [error] = document.errors;
    if (error) {
      const line = lines.linePos(error.pos[0]).line;
      throw new SourceFault({ file, line }, `It is not YAML: ${error.message.split(/ at line|\n/)[0]}.`);
    }
    return new YamlNode(file, lines, document.contents, '', 0);
  }

  /** The line of the file on which it begins. */
  get line(): number {
    return this.lines.linePos(this.node?.range?.[0] ?? this.offset).line;
  }

  fault(sentence: string): SourceFault {
    const what = this.path === '' ? '' : `${this.path}: `;
    return new SourceFault({ file: this.file, line: this.line }, `${what}${sentence}`);
  }

  /** Its keys, of which only these may be there. */
  keys(allowed?: readonly string[]): string[] {
    if (!isMap(this.node)) throw this.fault('A list of keys with values belongs here.');
    return this.node.items.map(({ key, value }) => {
      const name = scalarText(key);
      if (allowed === undefined || allowed.includes(name)) return name;
      const at = this.child(name, value as Node | null, (key as Node).range?.[0]);
      throw at.fault(`There is no such key. There are: ${allowed.join(', ')}.`);
    });
  }

  /** What stands under a key; null where there is none. */
  at(key: string): YamlNode | null {
    if (!isMap(this.node)) return null;
    const pair = this.node.items.find((item) => scalarText(item.key) === key);
    return pair ? this.child(key, pair.value as Node | null, (pair.key as Node).range?.[0]) : null;
  }

  /** What must stand under a key. */
  need(key: string): YamlNode {
    const found = this.at(key);
    if (found === null) throw this.fault(`The key ${key} is missing.`);
    return found;
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  /** The elements of a list; one thing alone is a list of one. */
  list(): YamlNode[] {
    if (!isSeq(this.node)) return [this];
    return this.node.items.map(
      (item, at) => new YamlNode(this.file, this.lines, item as Node, `${this.path}[${at}]`, this.offset),
    );
  }

  /** A text as it is written: `true` and `1` too. */
  text(): string {
    const text = scalarText(this.node);
    if (text === '') throw this.fault('A text belongs here.');
    return text;
  }

  /** One of these words. */
  oneOf<W extends string>(words: readonly W[]): W {
    const text = this.text();
    const word = words.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
    if (word === undefined) throw this.fault(`One of these belongs here: ${words.join(', ')}.`);
    return word;
  }

  /** Whether something is so. */
  flag(): boolean {
    return ['yes', 'true'].includes(this.oneOf(['yes', 'no', 'true', 'false']));
  }

  private child(key: string, node: Node | null, offset: number | undefined): YamlNode {
    const path = this.path === '' ? key : `${this.path}.${key}`;
    return new YamlNode(this.file, this.lines, node, path, offset ?? this.offset);
  }
}

function scalarText(node: unknown): string {
  return isScalar(node) ? (node.type === 'PLAIN' ? (node.source ?? String(node.value)) : String(node.value)) : '';
}
