import { Parser, type Handler } from 'htmlparser2';
import { isAllowedImage } from '../../../community/src/content/link.rules.ts';
import { MARKS, roleOf } from './elements.ts';
import type { Mark, Writing } from './inline-run.ts';
import { fateOf, shownHost } from './source-links.ts';
import { TableBuilder } from './table-builder.ts';
import { TreeBuilder } from './tree-builder.ts';
import { TurndownNode } from './turndown-node.ts';

type Attributes = Readonly<Record<string, string>>;

/** What PostgreSQL cannot hold, and directions that turn text around unseen. */
const UNWANTED = /[\0\u202A-\u202E\u2066-\u2069]/g;

/** HTML as a tree for turndown, and what a reader of it sees. */
export interface ReadHtml {
  readonly root: TurndownNode;
  /** Without white space at its ends or more than one space in a row. */
  readonly said: string;
}

/** Reads HTML of any quality; relative links and images are completed with `baseUrl`. */
export function readHtml(html: string, writing: Writing, baseUrl?: string): ReadHtml {
  const reader = new HtmlReader(writing, baseUrl);
  new Parser(reader).end(html);
  return reader.read();
}

/** Turns what the parser comes to into calls of the builders. */
class HtmlReader implements Partial<Handler> {
  private readonly tree: TreeBuilder;
  private readonly tables: TableBuilder;
  private readonly baseUrl: string | undefined;
  /** What to do when each of the open elements ends. */
  private readonly ends: (() => void)[] = [];
  private marks: readonly Mark[] = [];
  private hidden = 0;
  /** What images within the link that is open are called. */
  private alternatives = '';

  constructor(writing: Writing, baseUrl: string | undefined) {
    this.tree = new TreeBuilder(writing);
    this.tables = new TableBuilder(this.tree);
    this.baseUrl = baseUrl;
  }

  read(): ReadHtml {
    this.tree.paragraph();
    return { root: this.tree.root, said: this.tree.said.replace(/\s+/g, ' ').trim() };
  }

  onopentag(name: string, attributes: Attributes): void {
    this.ends.push(this.hidden > 0 ? nothing : this.opened(name, attributes));
  }

  onclosetag(): void {
    this.ends.pop()?.();
  }

  ontext(text: string): void {
    if (this.hidden === 0) this.tree.text(text.replace(UNWANTED, ''), this.marks);
  }

  /** Begins an element; what it returns ends it. */
  private opened(name: string, attributes: Attributes): () => void {
    switch (roleOf(name)) {
      case 'mark':
        if (this.tree.inPre) this.tree.container.attributes['class'] ||= attributes['class'] ?? '';
        return this.mark({ name: MARKS[name] ?? 'EM', href: '' });
      case 'link':
        return this.link(attributes['href']);
      case 'hidden':
        return this.hide();
      case 'image':
        return this.image(attributes);
      case 'frame':
        return this.frame(name, attributes['src'] ?? attributes['data'] ?? '');
      case 'break':
        this.tree.lineBreak();
        return nothing;
      case 'block':
        this.tree.paragraph();
        return () => this.tree.paragraph();
      case 'container':
        return this.contain(name, attributes);
      case 'table':
        return this.tables.open(name, attributes);
      default:
        return nothing;
    }
  }

  private mark(mark: Mark): () => void {
    const { marks } = this;
    const inCode = marks.at(-1)?.name === 'CODE';
    if (mark.name === 'A' && inCode) this.marks = [...marks.slice(0, -1), mark, ...marks.slice(-1)];
    else if (!inCode && !marks.some(({ name }) => name === mark.name)) this.marks = [...marks, mark];
    return () => (this.marks = marks);
  }

  private link(address: string | undefined): () => void {
    if (address === undefined || this.marks.some(({ name }) => name === 'A')) return nothing;
    const { tree } = this;
    const start = tree.said.length;
    this.alternatives = '';
    const fate = fateOf(address, this.baseUrl);
    if ('written' in fate)
      return () => {
        if (fate.written && !tree.said.includes(fate.written, start)) tree.text(` (${fate.written})`, this.marks);
      };
    const end = this.mark({ name: 'A', href: fate.href });
    return () => {
      end();
      const host = tree.inPre ? null : shownHost(tree.said.slice(start) + this.alternatives, fate.href);
      if (host) tree.said += ` [${host}]`;
    };
  }

  private image({ src = '', alt = '', title = '' }: Attributes): () => void {
    const fate = fateOf(src, this.baseUrl);
    const label = alt.replace(UNWANTED, '').replace(/\s+/g, ' ').trim();
    if ('href' in fate) {
      this.tree.image({ src: fate.href, alt: label, title: title.replace(/\s+/g, ' ').trim() }, this.marks);
      // What we do not load is shown as a link to it.
      if (isAllowedImage(fate.href)) this.alternatives += label;
      else this.tree.said += label || fate.href;
    } else {
      const address = /[./]/.test(fate.written) ? `(${fate.written})` : '';
      this.tree.text([label, address].filter(Boolean).join(' '), this.marks);
    }
    return nothing;
  }

  /** What a page would play or show from elsewhere becomes a link to it. */
  private frame(name: string, address: string): () => void {
    const fate = fateOf(address, this.baseUrl);
    if ('href' in fate) {
      this.tree.paragraph();
      this.tree.text(fate.href, [{ name: 'A', href: fate.href }]);
      this.tree.paragraph();
    }
    return name === 'iframe' ? this.hide() : nothing;
  }

  private contain(name: string, { start = '', class: classes = '' }: Attributes): () => void {
    if (name === 'hr') {
      this.tree.rule();
      return nothing;
    }
    const outer = this.tree.open(TurndownNode.element(name.toUpperCase(), { start, class: classes }));
    return () => this.tree.close(outer);
  }

  private hide(): () => void {
    this.hidden++;
    return () => this.hidden--;
  }
}

function nothing(): void {}
