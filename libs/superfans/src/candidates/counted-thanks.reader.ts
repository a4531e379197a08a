import { Injectable } from '@nestjs/common';
import { CurrentEpoch, foldLedger, LedgerReader, type LedgerEntry, type ScoreLine } from '@app/reputation';
import type { CountedThanks } from './past-help';

/** Members whose entries are read at a time. */
const PART = 100;

/** Reads which stars, "this solved it" and official marks count for members. */
@Injectable()
export class CountedThanksReader {
  constructor(
    private readonly ledger: LedgerReader,
    private readonly epoch: CurrentEpoch,
  ) {}

  /** Those about some members: neither reversed nor held, and from members whose word counts, or from the asker. */
  async about(communityId: string, memberIds: readonly string[]): Promise<CountedThanks[]> {
    const epoch = await this.epoch.of(communityId);
    const thanks: CountedThanks[] = [];
    for (let at = 0; at < memberIds.length; at += PART) {
      const entries = await this.ledger.entriesAboutAll(communityId, memberIds.slice(at, at + PART));
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      for (const line of foldLedger(entries, epoch)) {
        const entry = byId.get(line.entryId)!;
        const { actorId, postId } = entry;
        if (actorId && postId && counts(line, entry)) thanks.push({ byId: actorId, at: entry.at, postId });
      }
    }
    return thanks;
  }
}

/** An asker says what helped them in their own thread, whatever their word weighs elsewhere. */
function counts({ nothing }: ScoreLine, { kind }: LedgerEntry): boolean {
  if (kind === 'SOLVED') return nothing === null || nothing === 'NO_TRUST';
  return (kind === 'STAR' || kind === 'OFFICIAL') && nothing === null;
}
