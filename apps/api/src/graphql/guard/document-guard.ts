import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { DocumentCost } from './document-cost';
import { checkOperationCount, checkShape, fragmentsOf, operationsOf, refuse } from './document-limits';
import { DocumentMeasure } from './document-shape';
import type { CoercedVariables } from './field-cost';
import type { GuardLimits } from './limits';

/** One operation of a valid document, about to be executed. */
export interface GuardedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The variables with their defaults, as `getVariableValues` of graphql gives them. */
  readonly variables: CoercedVariables;
}

/** What was found out about an operation: its cost by limits, and by the sizes of the pages that variables decide. */
interface Verdicts {
  readonly sizing: readonly string[];
  readonly costs: WeakMap<GuardLimits, Map<string, number>>;
}

/** Costs kept for each operation and kind of viewer. */
const MAX_VERDICTS = 100;

function sizeText(value: unknown): string {
  return Array.isArray(value) ? `n${value.length}` : String(value);
}

/** Decides whether an operation may be executed, before anything of it is. */
export class DocumentGuard {
  private readonly known = new WeakMap<OperationDefinitionNode, Verdicts>();

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * The cost of the operation in points. Throws a refusal with QUERY_TOO_COMPLEX where it is beyond `limits`, or
   * BAD_USER_INPUT where a page size is out of range. Time is linear in the size of the document.
   */
  check(guarded: GuardedOperation, limits: GuardLimits): number {
    const { operation, variables } = guarded;
    const known = this.known.get(operation);
    const sizes = (names: readonly string[]): string => names.map((name) => sizeText(variables[name])).join();
    const before = known?.costs.get(limits)?.get(sizes(known.sizing));
    if (before !== undefined) return before;

    const { cost, sizing } = this.judge(guarded, limits);
    const verdicts = known ?? { sizing, costs: new WeakMap() };
    this.known.set(operation, verdicts);
    let costs = verdicts.costs.get(limits);
    if (!costs || costs.size >= MAX_VERDICTS) verdicts.costs.set(limits, (costs = new Map()));
    costs.set(sizes(sizing), cost);
    return cost;
  }

  private judge({ document, operation, variables }: GuardedOperation, limits: GuardLimits) {
    checkOperationCount(operationsOf(document).length, limits);
    const fragments = fragmentsOf(document);
    checkShape(new DocumentMeasure(fragments).measure(operation.selectionSet), operation.operation, limits);

    const root = this.schema.getRootType(operation.operation);
    if (!root) refuse('This kind of operation is not served: send a query or a mutation.');
    const pricing = new DocumentCost(this.schema, { fragments, variables, maxPage: limits.pageSize });
    const { cost, sensitive } = pricing.ofOperation(root, operation.selectionSet);
    if (sensitive > 1) refuse('A field that takes or sends credentials may stand only once in a document: send one.');
    if (cost > limits.cost) refuse('This document may answer with too much: ask for fewer fields or smaller pages.');
    return { cost, sizing: pricing.sizing };
  }
}
