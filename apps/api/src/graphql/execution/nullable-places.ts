import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Selections that stand in one place of the answer, each with the type it is made on. */
type Place = readonly { readonly set: SelectionSetNode; readonly type: GraphQLNamedType | null | undefined }[];

/**
 * Knows where in an answer null may stand: an error in what must not be null makes the nearest such place null.
 * Valid documents have the same nulls under the same name, whatever the type of an object.
 */
export class NullablePlaces {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly root: Place;

  /** Of a document with one operation, a query. */
  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    const root = [];
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
      if (definition.kind === Kind.OPERATION_DEFINITION) {
        root.push({ set: definition.selectionSet, type: schema.getQueryType() });
      }
    }
    this.root = root;
  }

  /** The path of the place that an error at `path` makes null; empty where that is the whole answer. */
  above(path: readonly (string | number)[]): readonly (string | number)[] {
    let place = this.root;
    let type: GraphQLOutputType | undefined;
    let length = 0;
    for (const [i, key] of path.entries()) {
      if (typeof key === 'string') [type, place] = this.field(place, key);
      else if (isListType(type)) type = type.ofType;
      if (isNonNullType(type)) type = type.ofType;
      else length = i + 1;
    }
    return path.slice(0, length);
  }

  private field(place: Place, key: string): [GraphQLOutputType | undefined, Place] {
    let found: GraphQLOutputType | undefined;
    const below: { set: SelectionSetNode; type: GraphQLNamedType }[] = [];
    for (const { set, type } of place) {
      for (const [node, parent] of this.fields(set, type)) {
        if ((node.alias ?? node.name).value !== key || !parent || !('getFields' in parent)) continue;
        found = parent.getFields()[node.name.value]?.type as GraphQLOutputType | undefined;
        const type = found && getNamedType(found);
        if (node.selectionSet && isCompositeType(type)) below.push({ set: node.selectionSet, type });
      }
    }
    return [found, below];
  }

  private *fields(
    set: SelectionSetNode,
    type: GraphQLNamedType | null | undefined,
  ): Generator<[FieldNode, GraphQLNamedType | null | undefined]> {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) yield [selection, type];
      else {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
        const condition = fragment?.typeCondition;
        const inner = condition ? this.schema.getType(condition.name.value) : type;
        if (fragment) yield* this.fields(fragment.selectionSet, inner);
      }
    }
  }
}
