import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import type { LedgerEntry } from '../../ledger/ledger-entry';
import { LedgerReader } from '../../ledger/ledger.reader';
import { LEDGER_ANOMALIES } from './anomaly';
import { AnomalyKeeping } from './anomaly-keeping';
import { findAnomalies, standing, toLookUp, type Standing } from './find-anomalies';
import { silentMembers } from './silent-members';

/** Entries that are judged before others have their turn. */
const AT_A_TIME = 5_000;

/** Looks through the ledger of a community for what a lead should see. */
@Injectable()
export class AnomalyFindingService {
  constructor(
    private readonly ledger: LedgerReader,
    private readonly reader: Reader,
    private readonly keeping: AnomalyKeeping,
  ) {}

  /** Finds what there is now, tells what is new, and lets go of what is there no longer. What was dismissed stays so. */
  async find(communityId: string): Promise<void> {
    const entries: LedgerEntry[] = [];
    for await (const part of this.ledger.entriesOf(communityId)) entries.push(...part);
    const whole = await standingOf(entries);
    const silent = await silentMembers(this.reader, communityId, toLookUp(whole));
    const found = findAnomalies(whole, silent);
    await this.keeping.keep(communityId, LEDGER_ANOMALIES, found);
  }
}

/** All of it, with a breath in between: it may be half a million entries. */
async function standingOf(entries: readonly LedgerEntry[]): Promise<Standing> {
  const bySubject = [...Map.groupBy(entries, ({ subjectId }) => subjectId).values()];
  const parts: Standing[] = [];
  let chunk: LedgerEntry[] = [];
  for (const [place, part] of bySubject.entries()) {
    chunk.push(...part);
    if (chunk.length < AT_A_TIME && place < bySubject.length - 1) continue;
    parts.push(standing(chunk));
    chunk = [];
    await setImmediate();
  }
  return { given: parts.flatMap(({ given }) => given), held: parts.flatMap(({ held }) => held) };
}
