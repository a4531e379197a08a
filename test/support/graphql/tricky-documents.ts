/** A document over the tricky schema, and the variables it is executed with, one set after the other. */
export type TrickyDocument = readonly [name: string, document: string, ...variables: Record<string, unknown>[]];

/** What compiled execution must answer as plain execution does, by itself. */
export const COMPILED: readonly TrickyDocument[] = [
  ['fields, aliases and __typename', '{ __typename thing(id: "1") { __typename id again: name name } mood at }'],
  [
    'interfaces',
    '{ things { id ...on A { onlyA } ...on B { onlyB } ...on Thing { name } twin { id twin { name } } } }',
  ],
  ['unions', '{ either { __typename ...on Thing { id } ...on C { text } ...on A { onlyA } } }'],
  [
    'named fragments in each other',
    '{ things(n: 2) { ...f } } fragment f on Thing { id ...g twin { ...g } } fragment g on Thing { name label }',
  ],
  [
    'fields that are merged',
    '{ thing(id: "1") { twin { id } } thing(id: "1") { twin { name twin { id } } ...on B { twin { mustName } } } }',
  ],
  ['null objects and lists', '{ thing(id: "none") { id } things(n: 0) { id } }'],
  ['an iterable that is no array', '{ set }'],
  ['promises in a list', '{ promised }'],
  ['args: nothing', '{ echo }'],
  [
    'args: literals',
    '{ echo(id: 5, n: 2, f: 3, text: "a\\"b\\u2028\\n", mood: SAD, moods: [ODD, HAPPY], at: "2020-01-01T00:00:00Z", any: {a: [1, {b: null}]}) }',
  ],
  ['args: nulls', '{ echo(id: null, n: null, f: null, mood: null, moods: null, at: null, any: null, filter: null) }'],
  ['args: one for a list', '{ echo(moods: SAD, filters: {n: 1}) }'],
  [
    'args: input objects with their defaults',
    '{ echo(filter: {n: 1, within: {n: 2, mood: HAPPY, within: {n: 3, words: "one"}}}) }',
  ],
  ['args: block strings', '{ echo(text: """\n  one\n    two "quoted"\n""") }'],
  [
    'args: variables',
    'query ($id: ID, $n: Int, $f: Float, $text: String, $mood: Mood, $at: Moment, $any: Whatever) { echo(id: $id, n: $n, f: $f, text: $text, mood: $mood, at: $at, any: $any) }',
    {},
    { id: 5, n: 1, f: 2, text: 'x', mood: 'SAD', at: '2020-01-01T00:00:00Z', any: { a: 1 } },
    { id: null, n: null, f: null, text: null, mood: null, at: null, any: null },
    { mood: 'ODD' },
  ],
  [
    'args: defaults of variables',
    'query ($n: Int = 4, $mood: Mood = SAD, $at: Moment = "2021-01-01T00:00:00Z", $filter: Filter = {n: 3}) { echo(n: $n, mood: $mood, at: $at, filter: $filter) }',
    {},
    { n: null, mood: null, at: null, filter: null },
    { n: 9, filter: { n: 1, since: '2022-01-01T00:00:00Z' } },
  ],
  [
    'args: variables within literals',
    'query ($n: Int!, $mood: Mood = ODD, $words: [String!]) { echo(filter: {n: $n, mood: $mood, within: {n: 1}}, moods: [$mood, SAD], any: {deep: [$words]}) }',
    { n: 1 },
    { n: 2, mood: 'HAPPY', words: ['x'] },
    { n: 3, mood: null, words: null },
  ],
  ['args: a variable for an argument that must be', 'query ($n: Int = 3) { echo(mustN: $n) }', {}, { n: 8 }],
  [
    'args: of a field below an interface',
    'query ($t: Int, $m: Mood) { things { label a: label(times: 2) b: label(times: $t, mood: $m) c: label(mood: SAD) } }',
    {},
    { t: 5, m: 'ODD' },
  ],
  ['args: text that would be code', '{ echo(text: "`${process.exit(1)}` \\\\ \\" \' */ // </script>") }'],
  [
    'skip and include by literals',
    '{ mood @skip(if: true) at @include(if: true) thing(id: "1") @include(if: false) { id } }',
  ],
  [
    'skip and include by variables',
    'query ($a: Boolean!, $b: Boolean = true) { mood @skip(if: $a) at @include(if: $b) thing(id: "1") { id @skip(if: $b) name @include(if: $a) ...on B @skip(if: $a) { onlyB } ...f @include(if: $b) } } fragment f on Thing { twin { id @skip(if: $a) name } }',
    { a: true },
    { a: false },
    { a: true, b: false },
    { a: false, b: false },
  ],
  [
    'both on one field',
    'query ($a: Boolean!, $b: Boolean!) { mood @skip(if: $a) @include(if: $b) at }',
    { a: true, b: true },
    { a: true, b: false },
    { a: false, b: true },
    { a: false, b: false },
  ],
  [
    'a fragment spread twice under other conditions',
    'query ($a: Boolean!, $b: Boolean!) { ...f @include(if: $a) ... @include(if: $b) { ...f } } fragment f on Query { mood thing(id: "1") { id } }',
    { a: true, b: true },
    { a: true, b: false },
    { a: false, b: true },
    { a: false, b: false },
  ],
  [
    'one field with and without a condition',
    'query ($a: Boolean!) { thing(id: "1") @include(if: $a) { ...f } thing(id: "1") { id } } fragment f on Thing { name }',
    { a: true },
    { a: false },
  ],
  ['everything left out', 'query ($a: Boolean!) { thing(id: "1") { id @include(if: $a) } }', { a: true }, { a: false }],
  ['an error that makes its field null', '{ refuses mood returnsError things { id refuses } }'],
  ['an error that makes an object null', '{ thing(id: "1") { id mustRefuse } mood }'],
  [
    'two errors that make one object null',
    '{ thing(id: "1") { mustRefuse refusesToo } things(n: 2) { mustRefuse refusesToo } }',
  ],
  ['an error that makes everything null', '{ mood mustRefuse }'],
  ['errors below lists of what must be', '{ things { few { id refuses mustRefuse } } }'],
];

/** What compiled execution must notice that it cannot answer: plain execution is asked instead. */
export const ASKED_AGAIN: readonly TrickyDocument[] = [
  ['an error of ours', '{ breaks mood }'],
  ['something thrown that is no error', '{ throwsText mood }'],
  ['a value that its type does not know', '{ wrongMood mood }'],
  ['null where something must be', '{ mustThing { id } mood }'],
  ['null where a name must be', '{ nameless { id mustName } }'],
  ['null among items that must be', '{ mustItems }'],
  ['an item that is an error', '{ withErrors { id } }'],
  ['an item that comes late as an error', '{ promisedLate mood }'],
  ['a value that is no list', '{ noList mood }'],
  ['an object of a type that there is not', '{ untyped { id } mood }'],
  ['an object that tells its type later', '{ typedLater { id name } mood }'],
  ['an object whose type cannot be told', '{ typeBreaks { id } mood }'],
  ['an object that must be, deep in a list', '{ things(n: 4) { id mustTwin { id mustTwin { id } } } }'],
];

/** What is not compiled at all. */
export const PLAIN: readonly TrickyDocument[] = [
  ['names with an underscore', '{ a_b: mood }'],
  ['names that every object has', '{ constructor: mood }'],
  ['the name of the prototype', '{ __proto__: mood thing(id: "1") { __proto__: id } }'],
  ['a variable with the name of the prototype', 'query ($__proto__: Whatever) { echo(any: $__proto__) }', { x: 1 }],
  ['introspection', '{ __type(name: "Thing") { name } }'],
  [
    'more conditions than worth it',
    'query ($a: Boolean!, $b: Boolean!, $c: Boolean!, $d: Boolean!, $e: Boolean!) { a: mood @skip(if: $a) b: mood @skip(if: $b) c: mood @skip(if: $c) d: mood @skip(if: $d) e: mood @skip(if: $e) }',
    { a: true, b: false, c: true, d: false, e: true },
  ],
  [
    'interfaces so deep that their code would be endless',
    `{ things ${'{ twin '.repeat(14)} { id } ${'}'.repeat(14)} }`,
  ],
  ['variables that do not fit', 'query ($n: Int) { echo(n: $n) }', { n: 'x' }, { n: 1.5 }, { n: 2 ** 40 }],
  ['a variable that must be and is not', 'query ($n: Int!) { echo(n: $n) }', {}, { n: null }],
  ['a value that a scalar refuses', 'query ($at: Moment) { echo(at: $at) }', { at: 'garbage' }],
  [
    'a field that is not of the input',
    'query ($filter: Filter) { echo(filter: $filter) }',
    { filter: { n: 1, more: 2 } },
  ],
];
