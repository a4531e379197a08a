import { writeFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Reader } from '@app/database';
import { DomainError } from '@app/kernel';
import {
  CommunityHistoryReader,
  englishWords,
  LearningThread,
  ownWords,
  pastExamples,
  TRAINING,
  WordVectors,
  type History,
} from '@app/similarity';
import { RoutingEvaluation, RoutingHistoryReader } from '@app/superfans';
import sql from 'sql-template-tag';
import { EvaluationProgress } from './evaluation-progress';
import { routingTables } from './routing-tables';

/** What the command line says. */
export interface RoutingWish {
  readonly community: string;
  readonly from: Date;
  readonly to: Date;
  readonly locale?: string;
  readonly referenceWords: boolean;
  readonly seed: number;
  readonly json?: string;
}

/**
 * Lets a community happen again and judges who would have been asked about each question, by who then answered it: all is
 * learned from what is older than the first question, and at each moment only what came before is known.
 */
export class RoutingJudge {
  private readonly progress = new EvaluationProgress(process.stderr);

  constructor(
    private readonly services: INestApplicationContext,
    private readonly wish: RoutingWish,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<void> {
    const { from, to, referenceWords, seed, json } = this.wish;
    const { signal, progress } = this;
    const communityId = await this.communityId();
    const history = await this.history(communityId);
    const past = await this.services.get(RoutingHistoryReader).read(communityId, history);
    progress.done(`${past.questions.length} topics, ${past.replies.length} replies`);
    const evaluation = new RoutingEvaluation(history, past, {
      from: from.getTime(),
      to: to.getTime(),
      vectors: await this.vectors(history),
      wordsOf: referenceWords ? englishWords : ownWords,
      seed,
      signal,
      onProgress: (step, share) => progress.tell(step, share),
    });
    const standings = await evaluation.run().finally(() => progress.end());
    if (json) await writeFile(json, `${JSON.stringify(standings, null, 2)}\n`);
    process.stdout.write(`${routingTables(standings)}\n`);
  }

  private async communityId(): Promise<string> {
    const { community } = this.wish;
    const [place] = await this.services
      .get(Reader)
      .globalRows<{ id: string }>(sql`SELECT id FROM communities WHERE slug = ${community}`);
    if (!place) throw new DomainError('NOT_FOUND', `There is no community "${community}": see how its address ends.`);
    return place.id;
  }

  private async history(communityId: string): Promise<History> {
    const { locale = null } = this.wish;
    const onProgress = (topics: number): void => this.progress.count('Topics read', topics);
    const past = await this.services
      .get(CommunityHistoryReader)
      .read(communityId, { locale, signal: this.signal, onProgress });
    return { ...past.history, articleLinks: [], threadLinks: [] };
  }

  private async vectors(history: History): Promise<WordVectors> {
    const run = {
      options: { ...TRAINING, seed: this.wish.seed },
      signal: this.signal,
      onProgress: (share: number): void => this.progress.tell('Learning words', share),
    };
    return WordVectors.fromBuffer(await LearningThread.learn(pastExamples(history, this.wish.from.getTime()), run));
  }
}
