import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

const FIRST = 3;
/** Of things in things, so many levels. */
const DEPTH = 2;

/** All that can be read of a thing without saying more, in parts that are small enough to be asked for at once. */
export function partsOf(type: GraphQLNamedType): string[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return ['__typename'];
  const further = Object.values(type.getFields()).filter((field) => !isLeafType(getNamedType(field.type)));
  return [valuesOf(type), ...further.map((field) => selected(field, DEPTH)).filter(Boolean)];
}

/** The values of a thing. */
export function valuesOf(type: GraphQLNamedType): string {
  return allOf(type, 0);
}

function allOf(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
  const fields = Object.values(type.getFields()).map((field) => selected(field, depth));
  return ['__typename', ...fields].filter(Boolean).join(' ');
}

function selected(field: GraphQLField<unknown, unknown>, depth: number): string {
  if (field.args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)) return '';
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  const nodes = isObjectType(type) ? type.getFields()['nodes'] : undefined;
  const page = field.args.some(({ name }) => name === 'first') ? `(first: ${FIRST})` : '';
  if (nodes) return depth > 1 ? `${field.name}${page} { nodes { ${valuesOf(getNamedType(nodes.type))} } }` : '';
  return depth > 0 ? `${field.name}${page} { ${allOf(type, depth - 2)} }` : '';
}

/** One list of a thing, in every order that can be asked for. */
export interface SweptList {
  readonly name: string;
  readonly orders: readonly (string | null)[];
  readonly of: GraphQLNamedType;
}

/** The lists of a type that need nothing else to be asked for. */
export function listsOf(schema: GraphQLSchema, typeName: string): SweptList[] {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`The schema has no ${typeName}.`);
  return Object.values(type.getFields()).flatMap((field) => {
    const nodes = Object.entries((getNamedType(field.type) as { getFields?: () => object }).getFields?.() ?? {});
    const of = nodes.find(([name]) => name === 'nodes')?.[1] as GraphQLField<unknown, unknown> | undefined;
    if (!of || selected(field, DEPTH) === '') return [];
    const order = field.args.find(({ name }) => name === 'order');
    const values = order ? getNamedType(order.type) : null;
    const orders = values && isEnumType(values) ? values.getValues().map(({ name }) => name) : [null];
    return [{ name: field.name, orders, of: getNamedType(of.type) }];
  });
}
