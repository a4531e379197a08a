import type { LimitKind } from '../../../apps/api/src/graphql/guard/limits';

/** Why documents are refused. */
export const WHY = {
  fields: 'QUERY_TOO_COMPLEX: This document has too many fields:',
  aliases: 'QUERY_TOO_COMPLEX: This document has too many aliases:',
  depth: 'QUERY_TOO_COMPLEX: This document is nested too deep:',
  repeats: 'QUERY_TOO_COMPLEX: This document repeats itself:',
  first: 'QUERY_TOO_COMPLEX: This document has too many fields on its first level:',
  operations: 'QUERY_TOO_COMPLEX: This document has too many operations:',
  once: 'QUERY_TOO_COMPLEX: A field that takes or sends credentials may stand only once',
  cost: 'QUERY_TOO_COMPLEX: This document may answer with too much:',
  page: 'first takes no other number here.',
  last: 'last takes no other number here.',
  ids: 'BAD_USER_INPUT: Ask for at most 100 ids',
  literal: 'BAD_USER_INPUT: The arguments are nested too deep:',
};

/** A document over the community's schema that must be refused before any resolver runs. */
export interface AttackDocument {
  readonly kind?: LimitKind;
  readonly variables?: Record<string, unknown>;
}

export const repeat = (n: number, make: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => make(i)).join(' ');

/** `levels` fields below each other, the last one a leaf. */
export function nested(levels: number, open = 'officialAnswer { topic {', close = '} }'): string {
  const pairs = Math.floor((levels - 2) / 2);
  const odd = (levels - 2) % 2 === 1;
  return `{ topic { ${open.repeat(pairs)} ${odd ? 'author { id }' : 'id'} ${close.repeat(pairs)} } }`;
}

const bomb = (levels: number, width = 2): string =>
  `{ topic { ...f0 } } ${repeat(levels, (i) => `fragment f${i} on Topic { ${repeat(width, (j) => `a${j}: related(first: 1) { ...f${i + 1} }`)} }`)} fragment f${levels} on Topic { id }`;

export const listsInLists = (size: string): string =>
  `topics(first: ${size}) { nodes { answers(first: ${size}) { nodes { comments(first: ${size}) { nodes { id } } } } } }`;

/** Name, document, why it is refused, and by whom and with what it is sent (anonymously, with nothing). */
export const ATTACKS: readonly [name: string, document: string, why: string, sent?: AttackDocument][] = [
  ['A01 101 aliases of __typename', `{ ${repeat(101, (i) => `a${i}: __typename`)} }`, WHY.aliases],
  ['A01 16 aliases below the first level', `{ topic { ${repeat(16, (i) => `a${i}: __typename`)} } }`, WHY.aliases],
  [
    'A02 101 aliases of login',
    `mutation { ${repeat(101, (i) => `a${i}: login(email: "a", password: "${i}")`)} }`,
    WHY.aliases,
  ],
  [
    'A03 2 aliases of login',
    'mutation { a: login(email: "a", password: "1") b: login(email: "a", password: "2") }',
    WHY.once,
    { kind: 'staff' },
  ],
  [
    'A03 two sensitive fields',
    'mutation { login(email: "a", password: "1") requestPasswordReset(email: "a") }',
    WHY.once,
    { kind: 'staff' },
  ],
  [
    'A03 through fragments',
    'mutation { ...f b: login(email: "a", password: "2") } fragment f on Mutation { a: login(email: "a", password: "1") }',
    WHY.once,
    { kind: 'staff' },
  ],
  ['A07 500 times __typename', `{ ${'__typename '.repeat(500)} }`, WHY.fields],
  ['A07 249 times topic{id}', `{ ${'topic { id } '.repeat(249)} }`, WHY.fields],
  ['A08 depth 11', nested(11), WHY.depth],
  ['A08 depth 30', nested(30), WHY.depth],
  ['A08 depth 500', nested(500), WHY.depth, { kind: 'key' }],
  [
    'A09 depth 12 by inline fragments',
    nested(12, 'officialAnswer { ...on Answer { topic { ...on Question {', '} } } }'),
    WHY.depth,
  ],
  [
    'A09 depth 12 by a chain of fragments',
    `{ topic { ...f0 } } ${repeat(10, (i) => `fragment f${i} on Topic { related(first: 1) { ...f${i + 1} } }`)} fragment f10 on Topic { id }`,
    WHY.depth,
  ],
  ['A10 fragments in a circle', '{ topic { ...f } } fragment f on Topic { related(first: 1) { ...f } }', WHY.depth],
  [
    'A10 fragments in a circle of three',
    '{ topic { ...a } } fragment a on Topic { ...b } fragment b on Topic { ... { ...c } } fragment c on Topic { ...a }',
    WHY.depth,
  ],
  ['A11 fragment bomb 2^10', bomb(10), WHY.fields, { kind: 'key' }],
  ['A11 fragment bomb 2^25', bomb(25), WHY.depth, { kind: 'key' }],
  ['A11 fragment bomb 3^25', bomb(25, 3), WHY.depth, { kind: 'key' }],
  [
    'A11 flat fragment bomb 2^30',
    `{ topic { ...f0 } } ${repeat(30, (i) => `fragment f${i} on Topic { ...f${i + 1} ...on Topic { ...f${i + 1} } }`)} fragment f30 on Topic { id }`,
    WHY.fields,
    { kind: 'key' },
  ],
  ['A12 300 spreads of one fragment', `{ topic { ${'...f '.repeat(300)} } } fragment f on Topic { id }`, WHY.fields],
  ['A14 first: 1000', '{ topics(first: 1000) { nodes { id } } }', WHY.page],
  ['A14 last: 1000', '{ topics(last: 1000) { nodes { id } } }', WHY.last, { kind: 'key' }],
  ['A14 101 ids', `{ nodes(ids: [${'"x" '.repeat(101)}]) { id } }`, WHY.ids, { kind: 'key' }],
  [
    'A14 101 ids by a variable',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    WHY.ids,
    { kind: 'key', variables: { ids: Array(101).fill('x') } },
  ],
  ['A15 50 x 50 x 50', `{ ${listsInLists('50')} }`, WHY.cost],
  ['A15 100 x 100 x 100', `{ ${listsInLists('100')} }`, WHY.cost, { kind: 'key' }],
  [
    'A15 lists without first in each other',
    '{ topics { nodes { answers { nodes { comments { nodes { id } } } } } } }',
    WHY.cost,
  ],
  ['A16 50 x 50 x 50 by a variable', `query ($n: Int) { ${listsInLists('$n')} }`, WHY.cost, { variables: { n: 50 } }],
  ['A17 50 x 50 x 50 by the default of a variable', `query ($n: Int = 50) { ${listsInLists('$n')} }`, WHY.cost],
  [
    'A17 first: 1000 by the default of a variable',
    'query ($n: Int = 1000) { topics(first: $n) { nodes { id } } }',
    WHY.page,
  ],
  [
    'A18 first: -1 above a large page',
    '{ topics(first: -1) { nodes { answers(first: 50) { nodes { id } } } } }',
    WHY.page,
  ],
  [
    'A18 first: -1 by a variable',
    'query ($n: Int) { topics(first: $n) { nodes { id } } }',
    WHY.page,
    { variables: { n: -1 } },
  ],
  ['A18 first: 0', '{ topics(first: 0) { nodes { id } } }', WHY.page],
  ['A18 first: 0 beside last: 5', '{ topics(first: 0, last: 5) { nodes { id } } }', WHY.page],
  ['A18 first: 2147483647', '{ topics(first: 2147483647) { nodes { id } } }', WHY.page],
  ['A18 first: null above pages of null', `{ ${listsInLists('null')} }`, WHY.cost],
  [
    'A19 cost under @skip',
    `query ($s: Boolean = true) { ${listsInLists('50').replace('{', '@skip(if: $s) {')} }`,
    WHY.cost,
  ],
  [
    'A19 cost under @include',
    `query ($s: Boolean = false) { ...f @include(if: $s) } fragment f on Query { ${listsInLists('50')} }`,
    WHY.cost,
  ],
  ['A20 300 operations', repeat(300, (i) => `query q${i} { viewer { id } }`), WHY.operations, { kind: 'key' }],
  [
    'A21 a literal nested 21 deep',
    `mutation { ask(input: ${'{ nested: '.repeat(21)}{}${' }'.repeat(21)}) { id } }`,
    WHY.literal,
  ],
  ['two mutations, anonymously', 'mutation { a: meToo(topicId: "1") { id } b: meToo(topicId: "2") { id } }', WHY.first],
  [
    '11 fields on the first level, anonymously',
    `{ ${repeat(11, (i) => `${i ? `a${i}: ` : ''}viewer { id }`)} }`,
    WHY.first,
  ],
  [
    'the same through a fragment',
    `{ ...f } fragment f on Query { ${repeat(11, (i) => `${i ? `a${i}: ` : ''}viewer { id }`)} }`,
    WHY.first,
  ],
  [
    '301 fields by repeating fragments',
    `{ ${repeat(8, (i) => `${i ? `a${i}: ` : ''}topic { ...f }`)} } fragment f on Topic { ${repeat(3, (i) => `...g${i}`)} } ${repeat(3, (i) => `fragment g${i} on Topic { ${'id title code slug body status resolution createdAt version closed viewCount meTooCount answerCount '} }`)}`,
    WHY.fields,
  ],
];
