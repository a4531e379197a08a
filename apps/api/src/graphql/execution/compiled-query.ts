import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery as JitQuery } from 'graphql-jit';
import type { CoercedVariables } from '../guard/field-cost';
import { HoistedLiterals } from './hoisted-literals';
import { NullablePlaces } from './nullable-places';
import { prunedDocument } from './pruned-document';
import { settledErrors } from './settled-errors';

/** A query made into code, for one choice of what `@skip` and `@include` leave out. */
export class CompiledQuery {
  private readonly literals: HoistedLiterals;
  private readonly places: NullablePlaces;
  private readonly query: JitQuery['query'];

  /** Throws where the query cannot be compiled. */
  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: CoercedVariables,
  ) {
    this.literals = new HoistedLiterals(schema, prunedDocument(document, operation, variables));
    this.places = new NullablePlaces(schema, this.literals.document);
    const compiled = compileQuery(this.literals.compilingSchema, this.literals.document, undefined, {
      disablingCapturingStackErrors: true,
    });
    if (!isCompiledQuery(compiled)) throw compiled.errors?.[0] ?? new Error('The query cannot be compiled.');
    this.query = compiled.query;
  }

  /** What plain execution would answer; null where only plain execution can tell, and must be asked. */
  async run(context: unknown, coerced: CoercedVariables): Promise<ExecutionResult | null> {
    const variables = this.literals.variables(coerced);
    return variables && settledErrors(await this.query(undefined, context, variables), this.places);
  }
}
