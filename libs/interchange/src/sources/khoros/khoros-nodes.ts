import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';

/** The community itself, and what holds it. */
const ROOTS = ['1', '2'];
const TITLE = /^[a-z]+\.title$/;
/** Products stand at most three deep. */
const DEPTH = 3;

interface Node {
  readonly displayId: string | null;
  readonly parent: string | null;
  readonly position: number;
}

/** Categories and boards, products here. Their titles are settings of theirs. */
export class KhorosNodes {
  private readonly titles = new Map<string, string>();
  private readonly nodes = new Map<string, Node>();

  setting(setting: Fields): void {
    const name = setting.line('nvalue');
    if (name !== null && TITLE.test(setting.line('param') ?? '')) this.titles.set(setting.id('node_id'), name);
  }

  add(node: Fields): void {
    const id = node.id('node_id');
    if (ROOTS.includes(id)) return;
    this.nodes.set(id, {
      displayId: node.line('display_id'),
      parent: node.maybeId('parent_node_id'),
      position: Math.max(0, node.integer('position') ?? 0),
    });
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  /** Gives a product. */
  give(id: string, findings: Findings): void {
    const node = this.nodes.get(id);
    if (!node) return;
    const { displayId, position } = node;
    const above = this.above(id).slice(0, DEPTH - 1);
    const name = this.titles.get(id) ?? displayId ?? `Board ${id}`;
    const parent = above.at(-1);
    findings.record({ kind: 'product', externalId: id, name, position, ...(parent !== undefined && { parent }) });
    if (displayId === null) return;
    findings.record({ kind: 'redirect', path: `/t5/bd-p/${displayId}`, to: { product: id } });
  }

  /** The nodes above one, the uppermost first. */
  private above(id: string): string[] {
    const above: string[] = [];
    for (let next = this.nodes.get(id)?.parent; next && this.nodes.has(next); next = this.nodes.get(next)?.parent) {
      if (next === id || above.includes(next)) break;
      above.unshift(next);
    }
    return above;
  }
}
