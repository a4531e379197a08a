/** A node of a plan as EXPLAIN ANALYZE gives it. */
export interface PlanJson {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  /** On average of its loops. */
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanJson[];
}

/** How the database answered a statement. */
export class PlanNode {
  private readonly nodes: readonly PlanJson[];

  constructor(private readonly json: PlanJson) {
    const walk = (node: PlanJson): PlanJson[] => [node, ...(node.Plans ?? []).flatMap(walk)];
    this.nodes = walk(json);
  }

  /** The tables that were read from end to end. */
  get sequentialScans(): string[] {
    return this.nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? '');
  }

  /** The index that gave the rows of the list. */
  get firstIndex(): string | undefined {
    return this.nodes.find((node) => node['Index Name'])?.['Index Name'];
  }

  /** Whether anything was sorted. */
  get sorts(): boolean {
    return this.nodes.some((node) => node['Node Type'].endsWith('Sort'));
  }

  /** The rows that were read from tables and indexes, those that were then left out too. */
  get rowsRead(): number {
    const scans = this.nodes.filter((node) => node['Node Type'].includes('Scan'));
    const rows = scans.map(
      (node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
    );
    return Math.round(rows.reduce((sum, count) => sum + count, 0));
  }

  /** One line per node, for people. */
  toString(): string {
    const lines = (node: PlanJson, depth: number): string[] => [
      `${'  '.repeat(depth)}${node['Node Type']} ${node['Index Name'] ?? node['Relation Name'] ?? ''} ${node['Actual Rows']} x ${node['Actual Loops']}`,
      ...(node.Plans ?? []).flatMap((inner) => lines(inner, depth + 1)),
    ];
    return lines(this.json, 0).join('\n');
  }
}
