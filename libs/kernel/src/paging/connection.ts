import type { PageRequest } from './page';

/** Where a page stands in its list. */
export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** One page of a list in the shape of the Relay connection specification, with `nodes` beside `edges`. */
export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
}

/**
 * Builds a page from `rows` fetched in the direction of the request with one row more than asked for,
 * which tells whether there is a further page.
 */
export function toConnection<T>(rows: readonly T[], request: PageRequest, cursorOf: (row: T) => string): Connection<T> {
  const nodes = rows.slice(0, request.size);
  if (request.backward) nodes.reverse();
  const edges = nodes.map((node) => new Edge(node, cursorOf));
  const more = rows.length > request.size;
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: request.backward ? request.cursor !== null : more,
      hasPreviousPage: request.backward ? more : request.cursor !== null,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}

/** A node with its place, which is worked out when somebody asks for it: most pages are read without cursors. */
class Edge<T> {
  constructor(
    readonly node: T,
    private readonly cursorOf: (node: T) => string,
  ) {}

  get cursor(): string {
    return this.cursorOf(this.node);
  }
}

/** Changes the nodes of a page, keeping its cursors. */
export function mapConnection<T, U>(page: Connection<T>, change: (node: T) => U): Connection<U> {
  const nodes = page.nodes.map(change);
  return {
    nodes,
    edges: page.edges.map((edge, i) => ({ cursor: edge.cursor, node: nodes[i] as U })),
    pageInfo: page.pageInfo,
  };
}
