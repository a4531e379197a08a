import type { PointsGiven } from './points-given';
import { FlowGraph } from './flow-graph.ts';
import type { TrustRules } from './trust-rules';
import { WordList } from './word-list.ts';

/** Words that move by less are settled. */
const SETTLED = 1e-9;
/** Far more rounds than it takes: each one moves words by less than `carry` times what the one before did. */
const ROUNDS = 1_000;
/** A star, in millionths of a point: whoever has confirmed nobody yet has the word that their first one will have. */
const LEAST = 10_000_000;

/**
 * Whose word counts how much, given who confirmed whom, and the seeds, from whom all trust comes: their word counts in
 * full. All others may hand out `carry` times the points that they were given by words that count, and no more: whoever
 * hands out more has a word that weighs less. A pure function: the same to the last bit in any order of what it is given.
 */
export function computeWords(given: Iterable<PointsGiven>, seeds: Iterable<string>, rules: TrustRules): WordList {
  const known = new Set(seeds);
  const graph = FlowGraph.of(given, known);
  const seed = Uint8Array.from(graph.ids, (id) => (known.has(id) ? 1 : 0));
  // Trust only grows from round to round, and what it grows towards is what can be traced back to the seeds.
  let words = Float64Array.from(seed);
  for (let round = 0, moved = 1; round < ROUNDS && moved > SETTLED; round++) {
    const next = spread(graph, seed, words, rules);
    moved = next.reduce((most, word, member) => Math.max(most, word - words[member]!), 0);
    words = next;
  }
  return WordList.of(graph, (pair) => flow(graph, seed, words, rules, pair), { seed, words });
}

/** What one pair of members adds to the trust in its subject, in millionths of a point. */
function flow(graph: FlowGraph, seed: Uint8Array, words: Float64Array, { reach }: TrustRules, pair: number): number {
  const actor = graph.actors[pair]!;
  return graph.points[pair]! * words[actor]! * (seed[actor] ? reach : 1);
}

function spread(graph: FlowGraph, seed: Uint8Array, words: Float64Array, rules: TrustRules): Float64Array<ArrayBuffer> {
  const next = new Float64Array(words.length);
  for (let member = 0; member < next.length; member++) {
    if (seed[member]) {
      next[member] = 1;
      continue;
    }
    let received = 0;
    for (let pair = graph.begins[member]!; pair < graph.begins[member + 1]!; pair++) {
      received += flow(graph, seed, words, rules, pair);
    }
    const mayHandOut = rules.carry * received;
    const handedOut = Math.max(graph.given[member]!, graph.givenToOne[member]! * rules.spread, rules.spread * LEAST);
    next[member] = Math.min(1, mayHandOut / handedOut);
  }
  return next;
}
