import { Injectable, Logger } from '@nestjs/common';
import type { GateMeasures } from '../gate/gate-figures';
import { GateThread } from '../gate/gate.thread';
import { gateVerdict } from '../gate/gate-verdict';
import { LearningThread } from '../learning/learning.thread';
import { ReplyLinksFollower } from '../links/reply-links.follower';
import { WordVectors } from '../vectors/word-vectors';
import { LearningTexts, type LearningMonth } from './learning-texts';
import { ModelsReader } from './models.reader';
import { ModelsWriter, type BegunModel } from './models.writer';

/** A community with fewer threads that somebody has answered is too young to have taught anything. */
export const LEAST_THREADS = 300;
/** How often it is told how far the learning is, in milliseconds: far more often than a learner is taken for lost. */
const TELL_EVERY = 5_000;

/** What became of an attempt to learn. */
export type LearningOutcome = 'SERVING' | 'REFUSED' | 'TOO_YOUNG' | 'BUSY';

/** Learns from a community's own threads, measures what was learned, and lets it serve unless it is worse. */
@Injectable()
export class ModelLearningService {
  private readonly logger = new Logger('Similarity');

  constructor(
    private readonly texts: LearningTexts,
    private readonly links: ReplyLinksFollower,
    private readonly reader: ModelsReader,
    private readonly writer: ModelsWriter,
  ) {}

  /**
   * BUSY while another process learns the same. Stopped, it starts over the next time.
   * @throws AbortError where the signal stopped it
   */
  async learn(communityId: string, signal?: AbortSignal): Promise<LearningOutcome> {
    const threads = await this.texts.threads(communityId);
    if (threads < LEAST_THREADS) return 'TOO_YOUNG';
    const begun = await this.writer.begin(communityId, threads);
    if (!begun) return 'BUSY';
    try {
      return await this.learnVersion(communityId, begun, signal);
    } catch (error) {
      await this.writer.drop(communityId, begun.version);
      throw error;
    }
  }

  private async learnVersion(communityId: string, begun: BegunModel, signal?: AbortSignal): Promise<LearningOutcome> {
    const started = performance.now();
    const { version } = begun;
    const telling = this.telling(communityId, version);
    try {
      await this.links.rebuild(communityId, signal);
      const month = await this.texts.lastMonth(communityId);
      const model = await LearningThread.learn(this.texts.examples(communityId, month), {
        ...(signal ? { signal } : {}),
        onProgress: telling.tell,
      });
      const { figures, halfRight } = await this.measure(communityId, begun, { model, month }, signal);
      const words = WordVectors.wordsIn(model);
      const verdict = gateVerdict(figures, words);
      await this.writer.finish(communityId, version, { model, words, figures, halfRight, verdict });
      const seconds = ((performance.now() - started) / 1_000).toFixed(1);
      this.logger.log(`Version ${version} of ${communityId}: ${words} words in ${seconds} s. ${verdict.reason}`);
      return verdict.accepted ? 'SERVING' : 'REFUSED';
    } finally {
      telling.stop();
    }
  }

  private async measure(
    communityId: string,
    { serving }: BegunModel,
    { model, month }: { readonly model: Buffer; readonly month: LearningMonth },
    signal?: AbortSignal,
  ): Promise<GateMeasures> {
    const inUse = serving === null ? null : await this.reader.bytes(communityId, serving);
    const versions = [model, ...(inUse ? [inUse] : [])];
    return GateThread.measure({ versions, from: month.from.getTime() }, this.texts.parts(communityId), signal);
  }

  /** Tells the database now and then that it is still going on, and how far it is. */
  private telling(communityId: string, version: number): { tell: (done: number) => void; stop: () => void } {
    let done = 0;
    const timer = setInterval(() => {
      this.logger.log(`Learning version ${version} of ${communityId}: ${Math.round(done * 100)} %`);
      this.writer.seen(communityId, version, done).catch((error: unknown) => this.logger.warn(error));
    }, TELL_EVERY);
    return { tell: (now) => void (done = now), stop: () => clearInterval(timer) };
  }
}
