import { pageRequest, type PageRequest } from '@app/kernel';
import {
  getArgumentValues,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';
import { attachedKey } from '../graphql/attached-first';

type Arguments = Readonly<Record<string, unknown>>;

const PAGE_ARGUMENTS = new Set(['first', 'after', 'last', 'before']);

/** A list that a query asks for at one of its ends. */
export interface ListSelection {
  /** The arguments as the field's resolver gets them. */
  readonly args: Arguments;
  readonly page: PageRequest;
  /** What is asked for of its nodes. */
  readonly nodes: Selection;
}

/** What a query asks for below one field: fragments are flattened; a field under a condition counts as asked for. */
export class Selection {
  private flat: readonly FieldNode[] | undefined;

  private constructor(
    private readonly sets: readonly SelectionSetNode[],
    private readonly info: Pick<GraphQLResolveInfo, 'fragments' | 'schema' | 'variableValues'>,
    private readonly otherType: string | null = null,
  ) {}

  static of(info: GraphQLResolveInfo): Selection {
    const sets = info.fieldNodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
    return new Selection(sets, info);
  }

  /** Whether a field, or one of several, is asked for here. */
  has(...names: string[]): boolean {
    return this.fields().some((field) => names.includes(field.name.value));
  }

  /** Whether nothing but these fields is asked for here. */
  isWithin(names: ReadonlySet<string>): boolean {
    return this.fields().every((field) => names.has(field.name.value));
  }

  /** What is asked for below the fields of this name, all of them together. */
  below(...names: string[]): Selection {
    const sets = this.fields().flatMap((field) =>
      names.includes(field.name.value) && field.selectionSet ? [field.selectionSet] : [],
    );
    return new Selection(sets, this.info);
  }

  /** What is asked for of the nodes of a connection, by either way to them. */
  nodes(): Selection {
    return new Selection([...this.below('nodes').sets, ...this.below('edges').below('node').sets], this.info);
  }

  /** The same, but for what is asked for of this type alone: what a union asks of the other things in it. */
  without(type: string): Selection {
    return new Selection(this.sets, this.info, type);
  }

  /**
   * The list that this field of the type `on` is asked for, where it is asked for one page only, at the beginning or
   * the end: what a view can read ahead. INVALID_INPUT where its arguments contradict each other.
   */
  list(on: string, name: string): ListSelection | null {
    const type = this.info.schema.getType(on);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field) return null;
    const asked = new Map<string, Arguments>();
    for (const node of this.fields()) {
      if (node.name.value !== name) continue;
      const args = getArgumentValues(field, node, this.info.variableValues);
      asked.set(attachedKey(name, args), args);
    }
    const [args] = asked.values();
    if (!args || asked.size > 1 || Object.keys(args).some((argument) => !PAGE_ARGUMENTS.has(argument))) return null;
    const page = pageRequest(args);
    return page.cursor === null ? { args, page, nodes: this.below(name).nodes() } : null;
  }

  private fields(): readonly FieldNode[] {
    return (this.flat ??= this.flatten());
  }

  private flatten(): FieldNode[] {
    const found: FieldNode[] = [];
    const walk = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) found.push(selection);
        else {
          const fragment =
            selection.kind === Kind.INLINE_FRAGMENT ? selection : this.info.fragments[selection.name.value];
          if (fragment && fragment.typeCondition?.name.value !== this.otherType) walk(fragment.selectionSet);
        }
      }
    };
    this.sets.forEach(walk);
    return found;
  }
}
