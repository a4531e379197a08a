import { Kind, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode, type ValueNode } from 'graphql';

/** How large a selection is, whatever the schema says. Every use of a fragment counts. */
export interface DocumentShape {
  /** Fields on the first level. */
  readonly direct: number;
  readonly fields: number;
  readonly depth: number;
  readonly aliases: number;
  readonly duplicates: number;
  /** Levels of lists and objects in the deepest literal. */
  readonly nesting: number;
}

type Counts = { -readonly [K in keyof DocumentShape]: number };

const NOTHING: DocumentShape = { direct: 0, fields: 0, depth: 0, aliases: 0, duplicates: 0, nesting: 0 };
/** A fragment within itself. Validation refuses it, so that it is met only where nobody validated. */
const ENDLESS: DocumentShape = { ...NOTHING, depth: Infinity, fields: Infinity };

function nestingOf(value: ValueNode): number {
  if (value.kind === Kind.LIST) return 1 + Math.max(0, ...value.values.map(nestingOf));
  if (value.kind === Kind.OBJECT) return 1 + Math.max(0, ...value.fields.map((field) => nestingOf(field.value)));
  return 0;
}

/** Measures selections in one walk over the document: each fragment is measured once, however often it is used. */
export class DocumentMeasure {
  private readonly known = new Map<string, DocumentShape>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  measure(set: SelectionSetNode): DocumentShape {
    const counts: Counts = { ...NOTHING };
    this.addSelections(counts, set.selections, '', new Set());
    return counts;
  }

  /** `scope` is the type condition: the same field under two conditions is no repetition. */
  private addSelections(counts: Counts, selections: readonly SelectionNode[], scope: string, seen: Set<string>): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value ?? scope;
        this.addSelections(counts, selection.selectionSet.selections, condition, seen);
        continue;
      }
      const key = `${scope}.${selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : `...${selection.name.value}`}`;
      if (seen.has(key)) counts.duplicates++;
      seen.add(key);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        this.add(counts, this.fragment(selection.name.value), 0);
        continue;
      }
      counts.direct++;
      counts.fields++;
      counts.depth = Math.max(counts.depth, 1);
      if (selection.alias) counts.aliases++;
      for (const argument of selection.arguments ?? []) {
        counts.nesting = Math.max(counts.nesting, nestingOf(argument.value));
      }
      // Introspection is refused in production, and has a depth limit of its own elsewhere.
      const introspects = selection.name.value === '__schema' || selection.name.value === '__type';
      if (selection.selectionSet && !introspects) this.add(counts, this.measure(selection.selectionSet), 1);
    }
  }

  private add(counts: Counts, part: DocumentShape, levels: 0 | 1): void {
    counts.direct += levels === 0 ? part.direct : 0;
    counts.fields += part.fields;
    counts.depth = Math.max(counts.depth, part.depth + levels);
    counts.aliases += part.aliases;
    counts.duplicates += part.duplicates;
    counts.nesting = Math.max(counts.nesting, part.nesting);
  }

  private fragment(name: string): DocumentShape {
    const known = this.known.get(name);
    if (known) return known;
    this.known.set(name, ENDLESS);
    const fragment = this.fragments.get(name);
    const shape = fragment ? this.measure(fragment.selectionSet) : NOTHING;
    this.known.set(name, shape);
    return shape;
  }
}
