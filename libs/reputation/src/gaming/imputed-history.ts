import { helpAfter } from '../helpfulness/evaluation/next-year';
import type { HelpHistory } from '../helpfulness/evaluation/help-history';
import type { LedgerEntry } from '../ledger/ledger-entry';
import type { Chance } from './chance';
import { madeEntry, seedsOf, type GamingHistory } from './gaming-history';
import { WeightedDraw } from './weighted-draw';

const YEAR = 365 * 86_400_000;

/**
 * What a community went through of which votes were counted without telling whose they were: each is taken for one of
 * somebody who was there by then, drawn in proportion to how much they wrote. Votes without a day came with the answer.
 * @param until the year before the last reply if not said
 */
export function imputedHistory(history: HelpHistory, chance: Chance, until?: number): GamingHistory {
  const { threads } = history;
  const last = threads.reduce(
    (latest, { at, answers }) => answers.reduce((most, one) => Math.max(most, one.at), Math.max(latest, at)),
    0,
  );
  const end = until ?? last - YEAR;
  const entries = [...solvedEntries(history), ...voteEntries(history, chance)]
    .filter(({ at }) => at < end)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { until: end, entries, seeds: seedsOf(entries, chance), helpAfter: helpAfter(history, end) };
}

function* solvedEntries({ threads, confirmations }: HelpHistory): Generator<LedgerEntry> {
  const byAnswer = new Map(threads.flatMap(({ askerId, answers }) => answers.map((one) => [one.id, { askerId, one }])));
  for (const { kind, answerId, at } of confirmations) {
    const answered = byAnswer.get(answerId);
    if (kind !== 'SOLVED' || !answered) continue;
    const { askerId, one } = answered;
    const made = { at, actorId: askerId, subjectId: one.authorId, postId: answerId };
    yield madeEntry({ ...made, id: `${answerId}-solved`, kind });
  }
}

function* voteEntries({ threads }: HelpHistory, chance: Chance): Generator<LedgerEntry> {
  const people = new Map<string, { first: number; wrote: number }>();
  const seen = (id: string, at: number): void => {
    const person = people.get(id) ?? { first: at, wrote: 0 };
    people.set(id, { first: Math.min(person.first, at), wrote: person.wrote + 1 });
  };
  for (const { askerId, at, answers } of threads) {
    seen(askerId, at);
    for (const answer of answers) seen(answer.authorId, answer.at);
  }
  const inOrder = [...people].toSorted(([a, x], [b, y]) => x.first - y.first || (a < b ? -1 : 1));
  const draw = new WeightedDraw<string>();
  for (const [id, { wrote }] of inOrder) draw.add(id, wrote);
  const firsts = inOrder.map(([, { first }]) => first);
  for (const { answers } of threads) {
    for (const { id, authorId, at, votes } of answers) {
      const voters = new Set([authorId]);
      for (const { day, up } of votes) {
        const voted = Math.max(at, day ?? at);
        const there = firsts.findLastIndex((first) => first <= voted) + 1;
        for (let vote = 0; vote < up; vote++) {
          const actorId = draw.draw(chance, there);
          if (actorId === null || voters.has(actorId)) continue;
          voters.add(actorId);
          yield madeEntry({
            id: `${id}-${voters.size}`,
            kind: 'STAR',
            at: voted,
            actorId,
            subjectId: authorId,
            postId: id,
          });
        }
      }
    }
  }
}
