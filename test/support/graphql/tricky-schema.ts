import { DomainError } from '@app/kernel';
import {
  GraphQLEnumType,
  GraphQLError,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  Kind,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType,
} from 'graphql';

const Mood = new GraphQLEnumType({
  name: 'Mood',
  values: { HAPPY: { value: 'h' }, SAD: { value: 0 }, ODD: { value: false } },
});

function momentOf(value: unknown): Date {
  const date = new Date(String(value));
  if (Number.isNaN(date.getTime())) throw DomainError.invalid('Send a moment in ISO 8601.');
  return date;
}

const Moment = new GraphQLScalarType<Date, string>({
  name: 'Moment',
  serialize: (value) => (value as Date).toISOString(),
  parseValue: momentOf,
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING) throw new GraphQLError('A moment is a string.');
    return momentOf(node.value);
  },
});

const Whatever = new GraphQLScalarType({ name: 'Whatever' });

const Filter: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Filter',
  fields: () => ({
    mood: { type: Mood, defaultValue: 0 },
    since: { type: Moment, defaultValue: new Date(0) },
    words: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLString))), defaultValue: ['a'] },
    n: { type: new GraphQLNonNull(GraphQLInt) },
    within: { type: Filter },
  }),
});

/** Text that tells values apart that JSON does not: dates, undefined, and which keys are there. */
function tell(value: unknown): string {
  if (value instanceof Date) return `date ${value.toISOString()}`;
  if (Array.isArray(value)) return `[${value.map(tell).join()}]`;
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`;
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${key}: ${tell((value as Record<string, unknown>)[key])}`).join()}}`;
}

interface Row {
  id: string;
  kind: 'A' | 'B' | 'broken' | 'unknown' | 'later';
  name?: string | null;
}

const row = (id: string): Row => ({ id, kind: Number(id) % 2 === 0 ? 'A' : 'B', name: `row ${id}` });
const later = <T>(value: T): Promise<T> => Promise.resolve(value);
const refused = (): DomainError => DomainError.notFound('row');

const Thing: GraphQLInterfaceType = new GraphQLInterfaceType({
  name: 'Thing',
  fields: () => shared(),
  resolveType: (value: Row) => {
    if (value.kind === 'broken') throw new Error('no type');
    return value.kind === 'later' ? later('A') : value.kind;
  },
});

const may = <T extends GraphQLOutputType>(type: T) => type;
const must = (type: GraphQLOutputType) => new GraphQLNonNull(type);
const list = (type: GraphQLOutputType) => new GraphQLList(type);

function shared(): GraphQLFieldConfigMap<Row, unknown> {
  return {
    id: { type: must(GraphQLID) },
    name: { type: may(GraphQLString) },
    mustName: { type: must(GraphQLString), resolve: ({ name }) => name },
    label: {
      type: must(GraphQLString),
      args: { times: { type: GraphQLInt, defaultValue: 1 }, mood: { type: Mood } },
      resolve: ({ name }, args) => later(`${name} ${tell(args)}`),
    },
    twin: { type: Thing, resolve: ({ id }) => later(row(String(Number(id) + 1))) },
    mustTwin: { type: must(Thing), resolve: ({ id }) => (id === '3' ? null : row(String(Number(id) + 1))) },
    few: { type: must(list(must(Thing))), args: { n: { type: GraphQLInt } }, resolve: (_, { n }) => rows(n ?? 2) },
    refuses: { type: GraphQLString, resolve: () => Promise.reject(refused()) },
    mustRefuse: { type: must(GraphQLString), resolve: () => Promise.reject(refused()) },
    refusesToo: { type: must(GraphQLString), resolve: () => later(null).then(() => Promise.reject(refused())) },
  };
}

const rows = (n: number): Row[] => Array.from({ length: n }, (_, i) => row(String(i + 1)));

const A = new GraphQLObjectType<Row>({
  name: 'A',
  interfaces: [Thing],
  fields: () => ({ ...shared(), onlyA: { type: Mood, resolve: () => 0 } }),
});
const B = new GraphQLObjectType<Row>({
  name: 'B',
  interfaces: [Thing],
  fields: () => ({ ...shared(), onlyB: { type: list(list(GraphQLInt)), resolve: () => [[1, null], null, []] } }),
});
const C = new GraphQLObjectType({ name: 'C', fields: { text: { type: GraphQLString } } });
const Either = new GraphQLUnionType({
  name: 'Either',
  types: [A, B, C],
  resolveType: (value) => ('text' in value ? 'C' : value.kind),
});

const echoArgs = {
  id: { type: GraphQLID },
  n: { type: GraphQLInt, defaultValue: 7 },
  f: { type: GraphQLFloat },
  text: { type: GraphQLString },
  mood: { type: Mood, defaultValue: 'h' },
  moods: { type: new GraphQLList(Mood) },
  at: { type: Moment, defaultValue: new Date(1) },
  any: { type: Whatever },
  filter: { type: Filter },
  filters: { type: new GraphQLList(new GraphQLNonNull(Filter)) },
  mustN: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 1 },
};

const Query = new GraphQLObjectType({
  name: 'Query',
  fields: () => ({
    echo: { type: GraphQLString, args: echoArgs, resolve: (_, args) => tell(args) },
    thing: {
      type: Thing,
      args: { id: { type: new GraphQLNonNull(GraphQLID) } },
      resolve: (_: unknown, { id }) => later(id === 'none' ? null : row(id)),
    },
    mustThing: { type: must(Thing), resolve: () => later(null) },
    things: { type: list(Thing), args: { n: { type: GraphQLInt, defaultValue: 3 } }, resolve: (_, { n }) => rows(n) },
    either: { type: list(Either), resolve: () => [row('1'), { text: 'c' }, row('2'), null] },
    mood: { type: Mood, resolve: () => 'h' },
    at: { type: Moment, resolve: () => new Date(5) },
    wrongMood: { type: Mood, resolve: () => 'none' },
    refuses: {
      type: GraphQLString,
      resolve: () => {
        throw refused();
      },
    },
    mustRefuse: { type: must(GraphQLString), resolve: () => Promise.reject(refused()) },
    breaks: { type: GraphQLString, resolve: () => Promise.reject(new Error('broken')) },
    throwsText: {
      type: GraphQLString,
      resolve: () => {
        throw 'text';
      },
    }, // oxlint-disable-line no-throw-literal
    returnsError: { type: GraphQLString, resolve: () => refused() },
    promised: { type: list(GraphQLString), resolve: () => [later('a'), later('b')] },
    promisedLate: {
      type: list(GraphQLString),
      resolve: () => [later('a').then(() => Promise.reject(refused())), later('b')],
    },
    withErrors: { type: list(Thing), resolve: () => [row('1'), refused(), row('2')] },
    mustItems: { type: list(must(GraphQLInt)), resolve: () => [1, null, 3] },
    noList: { type: list(GraphQLInt), resolve: () => 5 },
    set: { type: list(GraphQLInt), resolve: () => new Set([1, 2]) },
    untyped: { type: list(Thing), resolve: () => [row('1'), { ...row('2'), kind: 'unknown' }] },
    typedLater: { type: Thing, resolve: () => ({ ...row('2'), kind: 'later' }) },
    typeBreaks: { type: Thing, resolve: () => later({ ...row('2'), kind: 'broken' }) },
    nameless: { type: list(Thing), resolve: () => [row('1'), { ...row('2'), name: null }] },
    method: {
      type: new GraphQLObjectType({ name: 'Method', fields: { name: { type: GraphQLString } } }),
      resolve: () => ({ name: () => 'called' }),
    },
  }),
});

/** A schema with everything that could be executed in more than one way. */
export function trickySchema(): GraphQLSchema {
  return new GraphQLSchema({ query: Query, types: [A, B, C] });
}
