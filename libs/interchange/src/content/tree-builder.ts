import { appendRuns } from './inline-nodes.ts';
import type { Image, Mark, Run, Writing } from './inline-run.ts';
import { TurndownNode } from './turndown-node.ts';

/** Below this a quote, list or table is only its text: the parser of ours would cut what is nested deeper. */
const DEPTH = 20;

const HEADING = /^H[1-6]$/;
const SPACES = /[ \t\n\r\f]+/g;

/**
 * Builds the tree that turndown reads: only blocks that Markdown has, their text in paragraphs, marks inside of blocks
 * and never around them. Whatever is opened is closed by the value that opening it returned.
 */
export class TreeBuilder {
  readonly root = TurndownNode.element('DIV');
  /** What a reader sees, with white space where blocks and lines end. */
  said = '';
  container = this.root;
  private readonly writing: Writing;
  private runs: Run[] = [];
  private pending: Run['before'] = '';
  private spaceMarks: readonly Mark[] = [];
  private depth = 0;

  constructor(writing: Writing) {
    this.writing = writing;
  }

  /** Whether the text goes into a code block, where it stays as it is. */
  get inPre(): boolean {
    return this.container.nodeName === 'PRE';
  }

  text(text: string, marks: readonly Mark[]): void {
    this.said += text;
    if (this.inPre) return this.code(text);
    const line = text.replace(SPACES, ' ');
    if (line.startsWith(' ')) this.space(marks);
    const words = line.slice(line.startsWith(' ') ? 1 : 0, line.endsWith(' ') ? -1 : undefined);
    if (words === '') return;
    const last = this.runs.at(-1);
    if (
      last &&
      !last.image &&
      this.pending !== '\n' &&
      last.marks === marks &&
      (this.pending === '' || this.spaceMarks === marks)
    )
      last.text += this.pending + words;
    else this.run({ marks, image: null, text: words });
    this.pending = '';
    if (line.endsWith(' ')) this.space(marks);
  }

  image(image: Image, marks: readonly Mark[]): void {
    if (this.inPre) return;
    this.run({ marks: marks.filter(({ name }) => name !== 'CODE'), image, text: '' });
    this.pending = '';
  }

  /** A line ends; two in a row end a paragraph. */
  lineBreak(): void {
    this.said += ' ';
    if (this.inPre) this.code('\n');
    else if (this.oneLine) this.space([]);
    else if (this.pending === '\n') this.paragraph();
    else if (this.runs.length > 0) this.pending = '\n';
  }

  /** Whatever comes is no longer of the same paragraph. */
  paragraph(): void {
    this.said += ' ';
    if (this.inPre) return this.newLine();
    if (this.oneLine) this.space([]);
    else this.flush();
  }

  /** Opens a block in the one that is open, and returns what {@link close} takes; at most a paragraph where it cannot be. */
  open(block: TurndownNode): TurndownNode {
    const { container } = this;
    this.paragraph();
    const possible = !this.inPre && !this.oneLine && this.depth < DEPTH;
    if (!possible || (this.writing.plain && block.nodeName !== 'PRE')) return container;
    this.container = (block.nodeName === 'LI' ? this.list() : this.place()).append(block);
    this.depth++;
    return container;
  }

  close(outer: TurndownNode): void {
    if (this.container === outer) return this.paragraph();
    this.said += ' ';
    this.flush();
    this.depth--;
    this.container = outer;
  }

  /** Puts in what holds no text. */
  rule(): void {
    this.paragraph();
    if (!this.inPre && !this.oneLine) this.place().append(TurndownNode.element('HR'));
  }

  private get oneLine(): boolean {
    return HEADING.test(this.container.nodeName);
  }

  private run(run: Pick<Run, 'marks' | 'image' | 'text'>): void {
    const before = this.runs.length > 0 ? this.pending : '';
    this.runs.push({ ...run, before, spaceMarks: this.spaceMarks });
  }

  /** One space, however many there are: marked as the first of them. */
  private space(marks: readonly Mark[]): void {
    if (this.pending !== '') return;
    this.pending = ' ';
    this.spaceMarks = marks;
  }

  private flush(): void {
    if (this.runs.length > 0) {
      const leaf = this.oneLine ? this.container : this.place().append(TurndownNode.element('P'));
      appendRuns(leaf, this.runs, this.writing);
      this.runs = [];
    }
    this.pending = '';
  }

  /** What is in a list is in an item of it. */
  private place(): TurndownNode {
    if (!/^[UO]L$/.test(this.container.nodeName)) return this.container;
    return this.container.lastChild ?? this.container.append(TurndownNode.element('LI'));
  }

  /** An item that is in no list gets one, together with those that follow. */
  private list(): TurndownNode {
    const { container } = this;
    if (/^[UO]L$/.test(container.nodeName)) return container;
    if (container.lastChild?.attributes['implied']) return container.lastChild;
    return container.append(TurndownNode.element('UL', { implied: 'yes' }));
  }

  private code(text: string): void {
    if (this.container.lastChild) this.container.lastChild.data += text;
    else this.container.append(TurndownNode.text(text));
  }

  private newLine(): void {
    const code = this.container.lastChild?.data ?? '';
    if (code !== '' && !code.endsWith('\n')) this.code('\n');
  }
}
