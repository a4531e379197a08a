import { Injectable } from '@nestjs/common';
import { SeedsReader } from '@app/reputation';
import { CountedThanksReader } from './counted-thanks.reader';
import type { OtherEvidence } from './helper-records';
import { OpenAnomalies } from './open-anomalies';

/** Reads what else than the threads themselves says who helped. */
@Injectable()
export class HelpEvidenceReader {
  constructor(
    private readonly thanks: CountedThanksReader,
    private readonly anomalies: OpenAnomalies,
    private readonly seeds: SeedsReader,
  ) {}

  async about(communityId: string, helperIds: readonly string[]): Promise<OtherEvidence> {
    const thanks = await this.thanks.about(communityId, helperIds);
    const ignored = await this.anomalies.accounts(communityId);
    const lookedAt = await this.anomalies.lookedAt(communityId);
    const { ids } = await this.seeds.of(communityId);
    return { thanks, ignored, witnesses: new Set(ids), lookedAt };
  }
}
