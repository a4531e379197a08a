import {
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { requireTimeLeft } from './execution/time-left';

const ATTACHED = Symbol('attached');

/** Arguments as a field resolver gets them. */
type Arguments = Readonly<Record<string, unknown>>;
type AnyField = GraphQLField<unknown, unknown>;
type AnyResolver = GraphQLFieldResolver<unknown, unknown>;
type Parent = Record<string, unknown> & { [ATTACHED]?: Map<string, unknown> };

/** The same text for the same arguments, in whatever order they were given. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${stable(entry)}`).join()}}`;
}

/** Under which key a value of `fieldName` with these coerced arguments is attached. */
export function attachedKey(fieldName: string, args: Arguments = {}): string {
  for (const key in args) if (args[key] !== undefined) return fieldName + stable(args);
  return fieldName;
}

/**
 * Attaches the value of a field to its parent, so that the field's resolver is not asked: what a view does with
 * each edge that it has read. `args` are the coerced arguments of the field (`getArgumentValues` of graphql), defaults
 * included; a field that is asked twice with different ones gets each its own value. Null is a value.
 */
export function attach(parent: object, fieldName: string, value: unknown, args: Arguments = {}): void {
  const target = parent as Parent;
  const key = attachedKey(fieldName, args);
  if (key === fieldName) target[fieldName] = value;
  else (target[ATTACHED] ??= new Map()).set(key, value);
}

function isEmpty(args: Arguments): boolean {
  for (const key in args) if (args[key] !== undefined) return false;
  return true;
}

function withoutArguments(name: string, resolve: AnyResolver): AnyResolver {
  return (parent, args, context, info) => {
    const attached = (parent as Parent)[name];
    if (attached !== undefined) return attached;
    requireTimeLeft(context);
    return resolve(parent, args, context, info);
  };
}

function withArguments(name: string, resolve: AnyResolver): AnyResolver {
  return (parent, args, context, info) => {
    const map = (parent as Parent)[ATTACHED];
    const attached = isEmpty(args) ? (parent as Parent)[name] : map?.get(attachedKey(name, args));
    if (attached !== undefined) return attached;
    requireTimeLeft(context);
    return resolve(parent, args, context, info);
  };
}

function timed(resolve: AnyResolver): AnyResolver {
  return (parent, args, context, info) => {
    requireTimeLeft(context);
    return resolve(parent, args, context, info);
  };
}

/**
 * Nest gives each field a resolver, also those that only read the property of their own name. Without one, both
 * ways of execution read the property themselves, which costs nothing.
 */
function readsItsProperty({ name, resolve }: AnyField): boolean {
  if (resolve?.name !== 'rootFieldResolver') return false;
  const mark = {};
  return (
    Reflect.apply(resolve, undefined, [{ [name]: mark }]) === mark &&
    Reflect.apply(resolve, undefined, [{}]) === undefined
  );
}

function transformFields(type: GraphQLObjectType, isRoot: boolean): void {
  for (const field of Object.values(type.getFields()) as AnyField[]) {
    if (readsItsProperty(field)) field.resolve = undefined;
    const { name, resolve } = field;
    if (!resolve) continue;
    if (isRoot || field.extensions['alwaysResolve'] === true) field.resolve = timed(resolve);
    else field.resolve = (field.args.length > 0 ? withArguments : withoutArguments)(name, resolve);
  }
}

/**
 * A schema transform: a field whose parent already carries its value gives it at once, any other asks its resolver,
 * so that views may attach what they have read and every edge still works by itself. A field that must always be
 * decided by its resolver (it hides a property of the same name) says so with `@Extensions({ alwaysResolve: true })`.
 * When the time of an operation is up, no further resolver is asked.
 */
export function attachedFirst(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) transformFields(type, roots.has(type));
  }
  return schema;
}
