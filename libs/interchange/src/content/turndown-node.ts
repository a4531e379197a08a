/**
 * What turndown reads: the members of a DOM node that it uses. A tree of these costs a tenth of a whole DOM, and can
 * be built so that there is nothing to repair in it.
 */
export class TurndownNode {
  readonly nodeType: 1 | 3;
  /** In upper case, as of HTML elements. */
  readonly nodeName: string;
  readonly childNodes: TurndownNode[] = [];
  parentNode: TurndownNode | null = null;
  previousSibling: TurndownNode | null = null;
  nextSibling: TurndownNode | null = null;
  /** Of a text node, as Markdown, unless it stands in code. */
  data = '';
  /** What the rule of this element needs to know. */
  readonly attributes: Record<string, string> = {};

  private constructor(nodeType: 1 | 3, nodeName: string) {
    this.nodeType = nodeType;
    this.nodeName = nodeName;
  }

  static element(nodeName: string, attributes: Readonly<Record<string, string>> = {}): TurndownNode {
    const node = new TurndownNode(1, nodeName);
    Object.assign(node.attributes, attributes);
    return node;
  }

  static text(data: string): TurndownNode {
    const node = new TurndownNode(3, '#text');
    node.data = data;
    return node;
  }

  get nodeValue(): string | null {
    return this.nodeType === 3 ? this.data : null;
  }

  get firstChild(): TurndownNode | null {
    return this.childNodes[0] ?? null;
  }

  get lastChild(): TurndownNode | null {
    return this.childNodes.at(-1) ?? null;
  }

  get textContent(): string {
    if (this.nodeType === 3) return this.data;
    let text = '';
    for (const child of this.childNodes) text += child.textContent;
    return text;
  }

  getAttribute(name: string): string | null {
    return this.attributes[name] ?? null;
  }

  /** Those below this one. */
  getElementsByTagName(nodeName: string): TurndownNode[] {
    return this.childNodes.flatMap((child) => [
      ...(child.nodeName === nodeName ? [child] : []),
      ...child.getElementsByTagName(nodeName),
    ]);
  }

  /** The tree is built for one conversion, so there is nothing to protect by a copy. */
  cloneNode(): TurndownNode {
    return this;
  }

  append(node: TurndownNode): TurndownNode {
    node.parentNode = this;
    node.previousSibling = this.lastChild;
    if (node.previousSibling) node.previousSibling.nextSibling = node;
    this.childNodes.push(node);
    return node;
  }

  removeChild(node: TurndownNode): void {
    this.replace(node, []);
  }

  /** Puts others in the place of a child. */
  replace(node: TurndownNode, others: readonly TurndownNode[]): void {
    const children = this.childNodes.flatMap((child) => (child === node ? others : [child]));
    this.childNodes.length = 0;
    for (const child of children) {
      child.nextSibling = null;
      this.append(child);
    }
  }
}
