import { isListType, isNonNullType, Kind, type FieldNode, type GraphQLField, type GraphQLOutputType } from 'graphql';
import { refusal } from '../errors/refusal';

/** The variables of an operation as its resolvers get them, defaults included. */
export type CoercedVariables = Readonly<Record<string, unknown>>;

/**
 * What a field may say about itself in the extensions of the schema (`@Extensions({ cost: 20 })`).
 * `cost` is a surcharge for work beyond a field's own; `listSize` is how long a list without `first` gets, if it
 * is not the default page; a `sensitive` field may stand only once in a document.
 */
export interface FieldCostExtensions {
  readonly cost?: number;
  readonly listSize?: number;
  readonly sensitive?: boolean;
}

/** The page that a list gives when neither the client nor the schema says. */
const DEFAULT_LIST = 20;

type AnyField = GraphQLField<unknown, unknown>;

/** What the schema says about the cost of `field`. */
export function costExtensions(field: AnyField): FieldCostExtensions {
  return field.extensions as FieldCostExtensions;
}

/** Whether `type` is a list, however its nulls are declared. */
export function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** Items of a list that nothing in the document sizes. */
export function assumedListSize(field: AnyField): number {
  return costExtensions(field).listSize ?? DEFAULT_LIST;
}

/** Looks up a variable that decides the size of a page. */
export type SizingVariable = (name: string) => unknown;

function argumentValue(node: FieldNode, name: string, variable: SizingVariable): unknown {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (!value) return undefined;
  if (value.kind === Kind.VARIABLE) return variable(value.name.value);
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.LIST ? value.values : undefined;
}

function checkPage(argument: string, size: number, max: number): number {
  if (Number.isInteger(size) && size >= 1 && size <= max) return size;
  throw refusal('BAD_USER_INPUT', `Ask for 1 to ${max} items at a time: ${argument} takes no other number here.`);
}

/**
 * How many items the page arguments of `field` ask for: the larger of `first` and `last`, else their default; or
 * the number of `ids`. Undefined where the field takes no such argument. Throws a refusal where it is out of range:
 * so no value can make a document look cheaper than it is.
 */
export function pageSize(field: AnyField, node: FieldNode, variable: SizingVariable, max: number): number | undefined {
  let paged = false;
  let size = 0;
  for (const argument of field.args) {
    const { name } = argument;
    if (name === 'ids') {
      const ids = argumentValue(node, name, variable);
      const count = Array.isArray(ids) ? ids.length : 1;
      if (count > max) throw refusal('BAD_USER_INPUT', `Ask for at most ${max} ids at once.`);
      return Math.max(count, 1);
    }
    if (name !== 'first' && name !== 'last') continue;
    paged = true;
    const given = argumentValue(node, name, variable) ?? argument.defaultValue;
    if (typeof given === 'number') size = Math.max(size, checkPage(name, given, max));
  }
  return paged ? size || assumedListSize(field) : undefined;
}
