import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { foldLedger } from '../ledger/fold-ledger';
import type { LedgerEntry } from '../ledger/ledger-entry';
import { LedgerReader } from '../ledger/ledger.reader';
import type { Epoch } from '../trust/epoch';
import { confirmationWorth } from './confirmation-worth';

/** A confirmation that stands: not reversed, not held, not of oneself. */
export interface ConfirmedHelp {
  readonly entry: LedgerEntry;
  /** What it is worth to the answer, in stars; 0 where no word that counts is behind it. */
  readonly stars: number;
}

/** What a ledger is read with. */
export interface ConfirmedWish {
  readonly epoch: Epoch;
  /** Members whom an import brought, and nobody has said since that it is them. */
  readonly cameAlong: ReadonlySet<string>;
}

/** So many entries are folded before others have their turn. */
const AT_ONCE = 5_000;

/** Reads what of a community's ledger stands, and what it is worth to the answers that it is about. */
@Injectable()
export class ConfirmedHelpReader {
  constructor(private readonly ledger: LedgerReader) {}

  async *read(communityId: string, wish: ConfirmedWish): AsyncGenerator<ConfirmedHelp[]> {
    const bySubject = new Map<string, LedgerEntry[]>();
    for await (const entries of this.ledger.entriesOf(communityId)) {
      for (const entry of entries) {
        const others = bySubject.get(entry.subjectId);
        if (others) others.push(entry);
        else bySubject.set(entry.subjectId, [entry]);
      }
    }
    let some: LedgerEntry[] = [];
    for (const entries of bySubject.values()) {
      for (const entry of entries) some.push(entry);
      if (some.length < AT_ONCE) continue;
      yield standing(some, wish);
      some = [];
      await setImmediate();
    }
    yield standing(some, wish);
  }
}

function standing(entries: readonly LedgerEntry[], { epoch, cameAlong }: ConfirmedWish): ConfirmedHelp[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return foldLedger(entries, epoch).flatMap((line) => {
    if (line.nothing !== null && line.nothing !== 'NO_TRUST') return [];
    const entry = byId.get(line.entryId)!;
    const along = line.actorId !== null && cameAlong.has(line.actorId);
    return [{ entry, stars: confirmationWorth(entry.kind, line, along) }];
  });
}
