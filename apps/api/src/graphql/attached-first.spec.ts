import { GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString, type GraphQLFieldConfigMap } from 'graphql';
import { graphql } from 'graphql';
import { attach, attachedFirst, attachedKey } from './attached-first';
import { expire } from './execution/time-left';

type Row = Record<string, unknown>;

let asked: string[] = [];

const resolves = (name: string) => (_: Row, args: Row) => {
  asked.push(name);
  return `${name} by resolver ${JSON.stringify(args)}`;
};

/** Nest gives such a resolver to each field that has none of its own. */
function nestReads(property: string, defaultValue?: string) {
  const rootFieldResolver = (root: Row): unknown => root[property] ?? defaultValue;
  return rootFieldResolver;
}

const pageArgs = { first: { type: GraphQLInt, defaultValue: 20 }, after: { type: GraphQLString } };

function schemaOf(root: Row): GraphQLSchema {
  const fields: GraphQLFieldConfigMap<Row, unknown> = {
    title: { type: GraphQLString, resolve: nestReads('title') },
    renamed: { type: GraphQLString, resolve: nestReads('column') },
    filled: { type: GraphQLString, resolve: nestReads('filled', 'default') },
    author: { type: GraphQLString, resolve: resolves('author') },
    email: { type: GraphQLString, resolve: resolves('email'), extensions: { alwaysResolve: true } },
    answers: { type: GraphQLString, args: pageArgs, resolve: resolves('answers') },
    search: { type: GraphQLString, args: { text: { type: GraphQLString } }, resolve: resolves('search') },
  };
  const topic = new GraphQLObjectType({ name: 'Topic', fields });
  const query = new GraphQLObjectType({ name: 'Query', fields: { topic: { type: topic, resolve: () => root } } });
  return attachedFirst(new GraphQLSchema({ query }));
}

async function ask(root: Row, fields: string, contextValue: object = {}): Promise<Row> {
  asked = [];
  const { data, errors } = await graphql({ schema: schemaOf(root), source: `{ topic { ${fields} } }`, contextValue });
  if (errors) throw errors[0];
  return { ...(data?.['topic'] as Row) };
}

describe('attachedFirst', () => {
  it('gives what is attached without asking the resolver', async () => {
    const root = {};
    attach(root, 'author', 'ann');
    expect(await ask(root, 'author')).toEqual({ author: 'ann' });
    expect(asked).toEqual([]);
  });

  it('gives null where null is attached', async () => {
    const root = {};
    attach(root, 'author', null);
    attach(root, 'answers', null, { first: 20 });
    expect(await ask(root, 'author answers')).toEqual({ author: null, answers: null });
    expect(asked).toEqual([]);
  });

  it('asks the resolver where nothing is attached', async () => {
    expect(await ask({}, 'author answers')).toEqual({
      author: 'author by resolver {}',
      answers: 'answers by resolver {"first":20}',
    });
  });

  it('tells fields apart by their arguments, under whatever alias', async () => {
    const root = {};
    attach(root, 'answers', 'twenty', { first: 20 });
    attach(root, 'answers', 'five after x', { after: 'x', first: 5 });
    expect(
      await ask(root, 'answers b: answers(first: 5, after: "x") c: answers(first: 20) d: answers(first: 5)'),
    ).toEqual({
      answers: 'twenty',
      b: 'five after x',
      c: 'twenty',
      d: 'answers by resolver {"first":5}',
    });
    expect(asked).toEqual(['answers']);
  });

  it('does not take what is attached without arguments for what is asked with some', async () => {
    const root = {};
    attach(root, 'search', 'everything');
    expect(await ask(root, 'search one: search(text: "a")')).toEqual({
      search: 'everything',
      one: 'search by resolver {"text":"a"}',
    });
  });

  it('always asks a resolver that must decide', async () => {
    expect(await ask({ email: 'ann@example.com' }, 'email')).toEqual({ email: 'email by resolver {}' });
  });

  it('takes the resolvers away that only read the property of their own name', async () => {
    const topic = schemaOf({}).getType('Topic') as GraphQLObjectType;
    const has = (name: string): boolean => topic.getFields()[name]?.resolve !== undefined;
    expect(['title', 'renamed', 'filled', 'author'].map(has)).toEqual([false, true, true, true]);
    expect(await ask({ title: 't', column: 'c' }, 'title renamed filled')).toEqual({
      title: 't',
      renamed: 'c',
      filled: 'default',
    });
  });

  it('asks no resolver any more when the time of the operation is up', async () => {
    const context = {};
    expire(context);
    await expect(ask({}, 'author', context)).rejects.toThrow('This took too long');
    expect(asked).toEqual([]);
    expect(await ask({}, 'author')).toEqual({ author: 'author by resolver {}' });
  });
});

describe('attachedKey', () => {
  it('is the same for the same arguments', () => {
    const filter = { tags: ['a', 'b'], since: new Date(0) };
    expect(attachedKey('topics', { first: 1, filter })).toBe(
      attachedKey('topics', { filter: { since: new Date(0), tags: ['a', 'b'] }, after: undefined, first: 1 }),
    );
    expect(attachedKey('topics')).toBe('topics');
    expect(attachedKey('topics', { after: undefined })).toBe('topics');
  });

  it('is another one for other arguments', () => {
    const keys = [
      {},
      { a: 1 },
      { a: '1' },
      { a: null },
      { a: [1] },
      { a: [[1]] },
      { b: 1 },
      { a: 1, b: 1 },
      { a: { b: 1 } },
    ];
    expect(new Set(keys.map((args) => attachedKey('topics', args))).size).toBe(keys.length);
  });
});
