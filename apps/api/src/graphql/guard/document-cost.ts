import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { assumedListSize, costExtensions, isList, pageSize, type CoercedVariables } from './field-cost';

/** What the cost of a document depends on, beside the schema. */
export interface CostQuestion {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: CoercedVariables;
  readonly maxPage: number;
}

/** The price of one selection on one object. */
interface Price {
  /** What is paid whatever stands around the selection. */
  fixed: number;
  /** What is paid for each item of the connection that the selection stands in. */
  perItem: number;
  /** The same where it stands in none: lists have their assumed sizes. */
  alone: number;
  sensitive: number;
}

/** Surcharge of each mutation: a transaction with its locks, its event and its jobs. */
const MUTATION = 10;

/**
 * Prices selections: one point for each field of the largest possible answer, and the surcharges that fields
 * declare. Linear in document x possible types; what is skipped by a directive is counted in full.
 */
export class DocumentCost {
  private readonly known = new Map<SelectionSetNode, Map<GraphQLObjectType, Price>>();

  private readonly sizingNames = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly question: CostQuestion,
  ) {}

  /** The variables that prices depended on so far. */
  get sizing(): readonly string[] {
    return [...this.sizingNames];
  }

  /** The price of an operation, and how many sensitive fields it holds. Throws where a page size is out of range. */
  ofOperation(root: GraphQLObjectType, set: SelectionSetNode): { cost: number; sensitive: number } {
    const price = this.ofSelections(set, root);
    return { cost: price.fixed + price.alone, sensitive: price.sensitive };
  }

  private ofSelections(set: SelectionSetNode, type: GraphQLObjectType): Price {
    let byType = this.known.get(set);
    if (!byType) this.known.set(set, (byType = new Map()));
    const known = byType.get(type);
    if (known) return known;
    const price: Price = { fixed: 0, perItem: 0, alone: 0, sensitive: 0 };
    byType.set(type, price);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        this.addField(price, selection, type);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.question.fragments.get(selection.name.value);
      if (!fragment || !this.applies(fragment.typeCondition?.name.value, type)) continue;
      const part = this.ofSelections(fragment.selectionSet, type);
      price.fixed += part.fixed;
      price.perItem += part.perItem;
      price.alone += part.alone;
      price.sensitive += part.sensitive;
    }
    return price;
  }

  private addField(price: Price, node: FieldNode, type: GraphQLObjectType): void {
    const field = type.getFields()[node.name.value];
    price.fixed++;
    if (!field) return; // __typename, and introspection
    const { cost = 0, sensitive } = costExtensions(field);
    price.fixed += Math.max(0, cost) + (type === this.schema.getMutationType() ? MUTATION : 0);
    if (sensitive) price.sensitive++;

    const page = pageSize(field, node, (name) => this.sizingVariable(name), this.question.maxPage);
    const inner = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(inner)) return;
    if (!isList(field.type)) {
      price.fixed += this.ofItem(node.selectionSet, inner, page);
      return;
    }
    const item = this.ofItem(node.selectionSet, inner, undefined);
    if (page !== undefined) price.fixed += page * item;
    else if (costExtensions(field).listSize !== undefined) price.fixed += assumedListSize(field) * item;
    else {
      price.perItem += item;
      price.alone += assumedListSize(field) * item;
    }
  }

  /** The price of one object of `type`, the dearest where it may be of several; `page` where it is a connection. */
  private ofItem(set: SelectionSetNode, type: GraphQLCompositeType, page: number | undefined): number {
    const total = (objectType: GraphQLObjectType): number => {
      const price = this.ofSelections(set, objectType);
      return price.fixed + (page === undefined ? price.alone : page * price.perItem);
    };
    if (isObjectType(type)) return total(type);
    let dearest = 0;
    for (const objectType of this.schema.getPossibleTypes(type)) dearest = Math.max(dearest, total(objectType));
    return dearest;
  }

  private sizingVariable(name: string): unknown {
    this.sizingNames.add(name);
    return this.question.variables[name];
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditionType = this.schema.getType(condition);
    return isAbstractType(conditionType) && this.schema.isSubType(conditionType, type);
  }
}
