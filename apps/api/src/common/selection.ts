import {
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

/** What a query asks for below one field: fragments are flattened; a field under a condition counts as asked for. */
export class Selection {
  private constructor(
    private readonly sets: readonly SelectionSetNode[],
    private readonly fragments: Record<string, FragmentDefinitionNode>,
  ) {}

  static of(info: GraphQLResolveInfo): Selection {
    const sets = info.fieldNodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
    return new Selection(sets, info.fragments);
  }

  /** Whether a field, or one of several, is asked for here. */
  has(...names: string[]): boolean {
    return this.fields().some((field) => names.includes(field.name.value));
  }

  /** What is asked for below the fields of this name, all of them together. */
  below(...names: string[]): Selection {
    const sets = this.fields().flatMap((field) =>
      names.includes(field.name.value) && field.selectionSet ? [field.selectionSet] : [],
    );
    return new Selection(sets, this.fragments);
  }

  /** What is asked for of the nodes of a connection, by either way to them. */
  nodes(): Selection {
    return new Selection([...this.below('nodes').sets, ...this.below('edges').below('node').sets], this.fragments);
  }

  /** The fields of this name asked for here, with their arguments. */
  named(name: string): FieldNode[] {
    return this.fields().filter((field) => field.name.value === name);
  }

  private fields(): FieldNode[] {
    const found: FieldNode[] = [];
    const walk = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) found.push(selection);
        else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
        else {
          const fragment = this.fragments[selection.name.value];
          if (fragment) walk(fragment.selectionSet);
        }
      }
    };
    this.sets.forEach(walk);
    return found;
  }
}
