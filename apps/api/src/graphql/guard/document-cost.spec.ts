import { parse, validate, type OperationDefinitionNode } from 'graphql';
import { communitySchema, PAGES } from '../../../../../test/support/graphql/community-schema';
import { judge } from '../../../../../test/support/graphql/judge';
import { DocumentGuard } from './document-guard';
import { LIMITS, type LimitKind } from './limits';

const schema = communitySchema();

describe('DocumentCost', () => {
  describe('lets our own pages pass, with room to grow', () => {
    it.each(Object.entries(PAGES))('%s', (_, text) => {
      expect(validate(schema, parse(text))).toEqual([]);
      const cost = judge(text, { variables: { code: 'x' } });
      expect(cost).toBeGreaterThan(500);
      expect(cost).toBeLessThan(LIMITS.anonymous.cost / 2);
    });

    it('a list of the largest page that anybody may ask for', () => {
      expect(judge(PAGES.list, { variables: { first: 50 } })).toBeLessThan(LIMITS.anonymous.cost);
      expect(judge(PAGES.list, { kind: 'member', variables: { first: 100 } })).toBeLessThan(LIMITS.member.cost);
    });
  });

  describe('prices', () => {
    it.each([
      ['one for each field', '{ topic(code: "x") { id title } }', 3],
      [
        'a page by its first, its pageInfo once',
        '{ topics(first: 3) { nodes { id title } pageInfo { endCursor } } }',
        1 + 1 + 3 * 2 + 2,
      ],
      ['edges and nodes alike', '{ topics(first: 3) { edges { cursor node { id } } } }', 1 + 1 + 3 * 3],
      ['a page by its last', '{ topics(last: 7) { nodes { id } } }', 1 + 1 + 7],
      ['the larger of first and last', '{ topics(first: 2, last: 7) { nodes { id } } }', 1 + 1 + 7],
      ['a page of twenty where nobody says', '{ topics { nodes { id } } }', 1 + 1 + 20],
      ['the same for null', '{ topics(first: null) { nodes { id } } }', 1 + 1 + 20],
      ['a page by the default of the schema', '{ tenTopics { nodes { id } } }', 1 + 1 + 10],
      ['a list by its own first', '{ topic { related(first: 4) { id } } }', 1 + 1 + 4],
      ['a list by the size that the schema assumes', '{ topic { tags { id name } } }', 1 + 1 + 5 * 2],
      ['a list by its ids', '{ nodes(ids: ["a", "b", "c"]) { id } }', 1 + 3],
      [
        'pages within pages by their product',
        '{ topics(first: 3) { nodes { answers(first: 4) { nodes { id } } } } }',
        1 + 1 + 3 * (1 + 1 + 4),
      ],
      ['the surcharge of a field', '{ search(text: "x", first: 1) { __typename } }', 1 + 20 + 1],
      ['a surcharge for each mutation', 'mutation { meToo(topicId: "x") { id } }', 1 + 10 + 1],
      [
        'the dearest member of a union',
        '{ search(text: "x", first: 2) { ...on Member { id } ...on Question { id title } } }',
        21 + 2 * 2,
      ],
      [
        'what interfaces and their objects share, together',
        '{ topic { id ...on Topic { title } ...on Idea { plannedFor code } ...on Question { code } } }',
        1 + 4,
      ],
      [
        'a fragment each time it is used',
        '{ a: topic { ...f } b: topic { ...f } } fragment f on Topic { id title }',
        6,
      ],
    ])('%s', (_, text, cost) => {
      expect(validate(schema, parse(text))).toEqual([]);
      expect(judge(text)).toBe(cost);
    });

    it('prices again when the variables that size its pages change, and only then', () => {
      const guard = new DocumentGuard(schema);
      const document = parse('query ($n: Int, $a: String) { topics(first: $n, after: $a) { nodes { id } } }');
      const operation = document.definitions[0] as OperationDefinitionNode;
      const cost = (variables: Record<string, unknown>, kind: LimitKind = 'member'): number =>
        guard.check({ document, operation, variables }, LIMITS[kind]);
      expect([cost({ n: 3 }), cost({ n: 100 }), cost({ n: 3, a: 'x' }), cost({})]).toEqual([5, 102, 5, 22]);
      expect(() => cost({ n: 100 }, 'anonymous')).toThrow('Ask for 1 to 50 items at a time');
      expect(() => cost({ n: 101 })).toThrow('Ask for 1 to 100 items at a time');
      expect(cost({ n: 100 })).toBe(102);
    });
  });
});
