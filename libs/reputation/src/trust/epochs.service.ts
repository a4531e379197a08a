import { Injectable, Logger } from '@nestjs/common';
import { LedgerReader } from '../ledger/ledger.reader';
import { CURRENT_RULES } from '../ledger/reputation-rules';
import { EpochsWriter } from './epochs.writer';
import { SeedsReader } from './seeds.reader';
import { TrustThread } from './trust.thread';

const DAY = 86_400_000;

/** What became of an attempt to begin an epoch: nobody is there from whom trust could come, or words are as they were. */
export type EpochOutcome = 'BEGUN' | 'NO_SEEDS' | 'UNCHANGED' | 'OVERTAKEN';

/** Begins epochs: computes whose word counts, and freezes it until the next one. */
@Injectable()
export class EpochsService {
  private readonly logger = new Logger('Reputation');

  constructor(
    private readonly seeds: SeedsReader,
    private readonly ledger: LedgerReader,
    private readonly writer: EpochsWriter,
  ) {}

  /**
   * Begins an epoch where words have changed. OVERTAKEN where another process began one meanwhile: what this one knows may
   * be older.
   * @throws AbortError where the signal stopped it
   */
  async renew(communityId: string, signal?: AbortSignal): Promise<EpochOutcome> {
    const started = performance.now();
    const before = await this.writer.current(communityId);
    const seeds = await this.seeds.of(communityId);
    if (seeds.ids.length === 0 && !before) return 'NO_SEEDS';
    const ruleVersion = CURRENT_RULES.version;
    // Within a day the same ledger gives the same words.
    const asOf = Math.floor(Date.now() / DAY) * DAY;
    const question = { seeds: seeds.ids, asOf, ruleVersion };
    const answer = await TrustThread.compute(this.ledger.entriesOf(communityId), question, signal);
    if (before && before.wordsDigest === answer.digest && before.ruleVersion === ruleVersion) return 'UNCHANGED';
    const number = await this.writer.begin(communityId, { before: before?.number ?? 0, ruleVersion, seeds, answer });
    if (number === null) return 'OVERTAKEN';
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    const words = answer.numbers.members.length;
    this.logger.log(`Epoch ${number} of ${communityId}: ${words} words of ${answer.entries} entries in ${seconds} s.`);
    return 'BEGUN';
  }
}
