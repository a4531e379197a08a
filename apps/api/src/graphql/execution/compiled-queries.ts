import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CoercedVariables } from '../guard/field-cost';
import { Compilable } from './compilable';
import { CompiledQuery } from './compiled-query';
import { conditionVariables } from './pruned-document';

/** One operation of a validated document that is about to be executed. */
export interface QueryToRun {
  /** What is the same for the same text of a document. */
  readonly documentKey: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: CoercedVariables;
}

/** Variables that decide what is selected: each doubles the number of compiled forms. */
const MAX_CONDITIONS = 4;
/** Documents that come once are not worth the time it takes to compile them. */
const COMPILED_AT = 2;

/** Keeps compiled queries by document and operation, at most `size` of them, the least used going first. */
export class CompiledQueries {
  private readonly conditions: LRUCache<string, readonly string[]>;
  private readonly seen: LRUCache<string, number>;
  private readonly compiled: LRUCache<string, CompiledQuery | 'plain'>;

  constructor(
    private readonly schema: GraphQLSchema,
    size: number,
  ) {
    this.conditions = new LRUCache({ max: size });
    this.seen = new LRUCache({ max: size });
    this.compiled = new LRUCache({ max: size });
  }

  /** The compiled form of a query, made when it comes for the second time; undefined where plain execution serves. */
  find(query: QueryToRun): CompiledQuery | undefined {
    if (query.operation.operation !== 'query') return undefined;
    const name = `${query.documentKey}:${query.operation.name?.value ?? ''}`;
    let conditions = this.conditions.get(name);
    if (!conditions) this.conditions.set(name, (conditions = conditionVariables(query.document)));
    const key = conditions.reduce((text, variable) => text + (query.variables[variable] === true ? 1 : 0), name);
    const known = this.compiled.get(key);
    if (known) return known === 'plain' ? undefined : known;
    const times = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, times);
    if (times < COMPILED_AT) return undefined;
    const compiled = conditions.length > MAX_CONDITIONS ? 'plain' : this.compile(query);
    this.compiled.set(key, compiled);
    return compiled === 'plain' ? undefined : compiled;
  }

  private compile({ document, operation, variables }: QueryToRun): CompiledQuery | 'plain' {
    try {
      if (!new Compilable(this.schema, document).allows(operation)) return 'plain';
      return new CompiledQuery(this.schema, document, operation, variables);
    } catch {
      return 'plain';
    }
  }
}
