import type { TreeBuilder } from './tree-builder.ts';
import { TurndownNode } from './turndown-node.ts';

/** Builds tables: rows and cells that are in none are only their text. */
export class TableBuilder {
  private readonly tree: TreeBuilder;
  private inHead = false;

  constructor(tree: TreeBuilder) {
    this.tree = tree;
  }

  /** Begins a table, a section of one, a row or a cell; what it returns ends it. */
  open(name: string, attributes: Readonly<Record<string, string>>): () => void {
    if (name === 'table') return this.part('TABLE');
    const { nodeName } = this.tree.container;
    if (name === 'tr') return nodeName === 'TABLE' ? this.row() : this.part(null);
    if (name === 'td' || name === 'th') return this.cell(name.toUpperCase(), attributes['colspan'] ?? '');
    const { inHead } = this;
    this.inHead = name === 'thead';
    return () => {
      this.inHead = inHead;
    };
  }

  private row(): () => void {
    return this.part('TR', { head: this.inHead ? 'yes' : '' });
  }

  private cell(name: string, colspan: string): () => void {
    const { nodeName } = this.tree.container;
    if (nodeName === 'TR') return this.part(name, { colspan });
    if (nodeName !== 'TABLE') return this.part(null);
    const endRow = this.row();
    const endCell = this.part(name, { colspan });
    return () => {
      endCell();
      endRow();
    };
  }

  /** Opens a block, or only a paragraph. */
  private part(name: string | null, attributes: Readonly<Record<string, string>> = {}): () => void {
    if (name === null) {
      this.tree.paragraph();
      return () => this.tree.paragraph();
    }
    const outer = this.tree.open(TurndownNode.element(name, attributes));
    return () => this.tree.close(outer);
  }
}
