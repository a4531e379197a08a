import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { LedgerEntry } from '../ledger/ledger-entry';
import { rulesOf } from '../ledger/reputation-rules.ts';
import { computeWords } from './compute-words.ts';
import { pointsGiven } from './points-given.ts';
import type { WordNumbers } from './word-list';

/** What words are computed of, beside the entries of a ledger. */
export interface TrustQuestion {
  /** The members from whom all trust comes. */
  readonly seeds: readonly string[];
  /** The moment as of which points have faded, in milliseconds since 1970. */
  readonly asOf: number;
  readonly ruleVersion: number;
}

/** What the thread is told: entries in parts, then what is asked. */
export type TrustTold = { readonly entries: readonly LedgerEntry[] } | { readonly question: TrustQuestion };

/** The words that count. */
export interface TrustAnswer {
  readonly numbers: WordNumbers;
  /** The same for the same words. */
  readonly digest: string;
  /** Entries that it was told. */
  readonly entries: number;
}

/** What the thread says: that it read a part, and the words at the end. */
export type TrustSaid = { readonly read: number } | { readonly answer: TrustAnswer };

/** The thread's side of TrustThread. */
if (parentPort) {
  const port = parentPort;
  const entries: LedgerEntry[] = [];
  const say = (said: TrustSaid): void => port.postMessage(said);
  port.on('message', (told: TrustTold) => {
    if ('entries' in told) {
      for (const entry of told.entries) entries.push(entry);
      say({ read: told.entries.length });
      return;
    }
    const { seeds, asOf, ruleVersion } = told.question;
    const rules = rulesOf(ruleVersion);
    const { numbers } = computeWords(pointsGiven(entries, asOf, rules), seeds, rules.trust);
    say({ answer: { numbers, digest: digestOf(numbers), entries: entries.length } });
  });
}

function digestOf({ ids, members, weights, begins, sources, shares }: WordNumbers): string {
  const hash = createHash('sha256');
  for (const list of [members, sources]) for (const member of list) hash.update(ids[member]!);
  for (const list of [weights, begins, shares]) hash.update(list);
  return hash.digest('base64url');
}
