import {
  GraphQLScalarType,
  Kind,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type NameNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { CoercedVariables } from '../guard/field-cost';

/** A literal of the document and the variable that stands in its place. */
interface Hoisted {
  readonly name: string;
  readonly value: ValueNode;
  readonly type: GraphQLInputType;
}

const PREFIX = '__literal';

/** The type of all variables of a hoisted document: their values are coerced already and pass as they are. */
const PASSED = new GraphQLScalarType({ name: '__Passed' });

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

function definitionOf(name: string): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: nameNode(name) },
    type: { kind: Kind.NAMED_TYPE, name: nameNode(PASSED.name) },
  };
}

/**
 * A document in which no literal is left: a variable stands in the place of each, and the variables take values that
 * are coerced already. So nothing that a client wrote becomes part of compiled code but names, and the values of
 * arguments are those that plain execution gives.
 */
export class HoistedLiterals {
  readonly document: DocumentNode;
  private readonly hoisted: Hoisted[] = [];

  /** Throws where an argument is not in the schema, which validation would have refused. */
  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    const types = new TypeInfo(schema);
    const withoutLiterals: DocumentNode = visit(
      document,
      visitWithTypeInfo(types, {
        Argument: (argument) => {
          if (argument.value.kind === Kind.VARIABLE) return undefined;
          const name = PREFIX + this.hoisted.length;
          const type = types.getArgument()?.type;
          if (!type) throw new Error(`There is no argument ${argument.name.value}.`);
          this.hoisted.push({ name, value: argument.value, type });
          return { ...argument, value: { kind: Kind.VARIABLE, name: nameNode(name), loc: argument.value.loc } };
        },
      }),
    );
    this.document = visit(withoutLiterals, {
      OperationDefinition: (operation) => {
        const own = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
        const variableDefinitions = [...own, ...this.hoisted.map(({ name }) => name)].map(definitionOf);
        return { ...operation, variableDefinitions };
      },
    });
  }

  /** A view of the schema that knows the type of the variables of `document`. */
  get compilingSchema(): GraphQLSchema {
    const { schema } = this;
    return Object.create(schema, {
      getType: { value: (name: string) => (name === PASSED.name ? PASSED : schema.getType(name)) },
    });
  }

  /** The values for the variables of `document`; null where a literal is none of its type with these variables. */
  variables(coerced: CoercedVariables): CoercedVariables | null {
    const values: Record<string, unknown> = { ...coerced };
    for (const { name, value, type } of this.hoisted) {
      const literal = valueFromAST(value, type, coerced);
      if (literal === undefined) return null;
      values[name] = literal;
    }
    return values;
  }
}
