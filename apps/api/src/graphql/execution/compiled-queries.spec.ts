import { assert as assertProperty, asyncProperty, gen, pre } from 'fast-check';
import {
  execute,
  parse,
  specifiedRules,
  validate,
  type ExecutionResult,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { RANDOM_VARIABLES, RandomDocument } from '../../../../../test/support/graphql/random-document';
import { ASKED_AGAIN, COMPILED, PLAIN } from '../../../../../test/support/graphql/tricky-documents';
import { trickySchema } from '../../../../../test/support/graphql/tricky-schema';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { causeOf } from '../errors/request-ids';
import { CompiledQueries } from './compiled-queries';
import { CompiledQuery } from './compiled-query';
import { operationVariables } from './operation-variables';
import { steadyTypes } from './steady-types';

const schema = steadyTypes(trickySchema());

/** What two ways of execution must have in common: all that a client is told. */
function told({ data, errors }: ExecutionResult) {
  const one = (error: GraphQLError): string =>
    JSON.stringify([error.path, error.message, error.locations, (causeOf(error) as { code?: unknown }).code]);
  return { data: JSON.stringify(data), errors: errors?.map(one).toSorted() };
}

/**
 * Where errors made the answer null. Where several make one object null, neither way of execution says which of them
 * is told, nor whether others below that object are.
 */
function nulled({ data, errors = [] }: ExecutionResult): string[] {
  const places = errors.map(({ path = [] }) => {
    let value: unknown = data;
    const end = path.findIndex((key) => {
      if (value === null) return true;
      value = (value as Record<string | number, unknown>)[key];
      return false;
    });
    return JSON.stringify(end < 0 ? path : path.slice(0, end));
  });
  return [...new Set(places)].toSorted();
}

interface Ways {
  readonly plain: ExecutionResult;
  /** Null where plain execution is asked instead. */
  readonly compiled: ExecutionResult | null;
}

const UNUSED = ['NoUnusedVariablesRule', 'NoUnusedFragmentsRule'];
const RULES = specifiedRules.filter(({ name }) => !UNUSED.includes(name));

async function bothWays(text: string, variables: Record<string, unknown> = {}): Promise<Ways> {
  const document = parse(text);
  expect(validate(schema, document, RULES)).toEqual([]);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const plain = await execute({ schema, document, variableValues: variables, contextValue: {} });
  const { values: coerced } = operationVariables({ schema, operation, request: { variables } });
  if (!coerced) return { plain, compiled: null };
  const queries = new CompiledQueries(schema, 10);
  const query = { documentKey: text, document, operation, variables: coerced };
  expect(queries.find(query)).toBeUndefined();
  return { plain, compiled: (await queries.find(query)?.run({}, coerced)) ?? null };
}

async function expectSame(text: string, sets: readonly Record<string, unknown>[]): Promise<(boolean | null)[]> {
  const outcomes = [];
  for (const variables of sets.length > 0 ? sets : [{}]) {
    const { plain, compiled } = await bothWays(text, variables);
    if (compiled) expect(told(compiled)).toEqual(told(plain));
    outcomes.push(compiled !== null);
  }
  return outcomes;
}

describe('CompiledQueries', () => {
  describe('answers as plain execution does', () => {
    it.each(COMPILED.map(([name, text, ...sets]) => ({ name, text, sets })))('$name', async ({ text, sets }) => {
      expect(await expectSame(text, sets)).not.toContain(false);
    });
  });

  describe('leaves to plain execution', () => {
    it.each([...ASKED_AGAIN, ...PLAIN].map(([name, text, ...sets]) => ({ name, text, sets })))(
      '$name',
      async ({ text, sets }) => {
        expect(await expectSame(text, sets)).not.toContain(true);
      },
    );
  });

  it('answers any document as plain execution does', async () => {
    let compiledOnes = 0;
    const property = asyncProperty(gen(), RANDOM_VARIABLES, async (choose, variables) => {
      const text = new RandomDocument(schema, choose).write();
      pre(validate(schema, parse(text), RULES).length === 0);
      const { plain, compiled } = await bothWays(text, variables);
      if (!compiled) return;
      compiledOnes++;
      expect({ data: told(compiled).data, nulled: nulled(compiled) }).toEqual({
        data: told(plain).data,
        nulled: nulled(plain),
      });
    });
    await assertProperty(property, { numRuns: 100, maxSkipsPerRun: 20, seed: 1, endOnFailure: true });
    expect(compiledOnes).toBeGreaterThan(25);
  });

  it('makes no code of what a client wrote, which the library alone would', async () => {
    const code = 'globalThis.answerhoodHit=1';
    const text = `{ echo(text: "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d${code}") }`;
    const { plain, compiled } = await bothWays(text);
    expect(told(compiled ?? {})).toEqual(told(plain));
    expect(globalThis).not.toHaveProperty('answerhoodHit');
    const alone = compileQuery(schema, parse(text));
    if (isCompiledQuery(alone)) await alone.query(undefined, {}, {});
    expect(globalThis).toHaveProperty('answerhoodHit', 1);
    Reflect.deleteProperty(globalThis, 'answerhoodHit');
  });

  it('keeps a bounded number of compiled queries', async () => {
    const queries = new CompiledQueries(schema, 2);
    const find = (i: number): CompiledQuery | undefined => {
      const document = parse(`{ mood${i}: mood }`);
      const operation = document.definitions[0] as OperationDefinitionNode;
      return queries.find({ documentKey: String(i), document, operation, variables: {} });
    };
    expect([find(1), find(1), find(1)]).toEqual([undefined, expect.any(CompiledQuery), expect.any(CompiledQuery)]);
    for (const i of [2, 2, 3, 3]) find(i);
    expect(find(1)).toBeUndefined();
  });

  it('compiles each operation of a document for itself', async () => {
    const document = parse('query a { ...f } query b { at ...f } fragment f on Query { mood }');
    const queries = new CompiledQueries(schema, 10);
    for (const expected of [{ mood: 'HAPPY' }, { at: '1970-01-01T00:00:00.005Z', mood: 'HAPPY' }]) {
      const operation = document.definitions['at' in expected ? 1 : 0] as OperationDefinitionNode;
      const query = { documentKey: 'ab', document, operation, variables: {} };
      queries.find(query);
      expect(await queries.find(query)?.run({}, {})).toEqual({ data: expected });
    }
  });
});
