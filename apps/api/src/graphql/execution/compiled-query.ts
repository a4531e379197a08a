import { type DocumentNode, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery as JitQuery } from 'graphql-jit';
import type { CoercedVariables } from '../guard/field-cost';
import { HoistedLiterals } from './hoisted-literals';
import { prunedDocument } from './pruned-document';

/** A query made into code, for one choice of what `@skip` and `@include` leave out. */
export class CompiledQuery {
  private readonly literals: HoistedLiterals;
  private readonly query: JitQuery['query'];

  /** Throws where the query cannot be compiled. */
  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: CoercedVariables,
  ) {
    this.literals = new HoistedLiterals(schema, prunedDocument(document, operation, variables));
    const compiled = compileQuery(this.literals.compilingSchema, this.literals.document, undefined, {
      disablingCapturingStackErrors: true,
    });
    if (!isCompiledQuery(compiled)) throw compiled.errors?.[0] ?? new Error('The query cannot be compiled.');
    this.query = compiled.query;
  }

  /** Executes the query; null where its literals do not fit these variables, and plain execution must say so. */
  run(context: unknown, coerced: CoercedVariables): ExecutionResult | Promise<ExecutionResult> | null {
    const variables = this.literals.variables(coerced);
    return variables && this.query(undefined, context, variables);
  }
}
