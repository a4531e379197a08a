import { writeFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { HelpfulnessEvaluation, PastHelpReader } from '@app/reputation';
import { EvaluationProgress } from './evaluation-progress';
import { helpFigures } from './help-figures';
import { helpfulnessTables } from './helpfulness-tables';
import { judgedCommunity } from './judging';

/** What the command line says. */
export interface HelpfulnessWish {
  readonly community: string;
  readonly from?: Date;
  readonly to: Date;
  readonly seed: number;
  readonly json?: string;
}

/** Lets a community happen again and judges, at each question that was solved, what reputation said of those who answered. */
export class HelpfulnessJudge {
  private readonly progress = new EvaluationProgress(process.stderr);

  constructor(
    private readonly services: INestApplicationContext,
    private readonly wish: HelpfulnessWish,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<void> {
    const { community, from, to, seed, json } = this.wish;
    const { id } = await judgedCommunity(this.services, community);
    const onProgress = (threads: number): void => this.progress.count('Threads read', threads);
    const history = await this.services.get(PastHelpReader).read(id, { signal: this.signal, onProgress });
    this.progress.done(`${history.threads.length} threads with answers, ${history.confirmations.length} confirmations`);
    const standings = new HelpfulnessEvaluation(history).run({ from: from?.getTime() ?? null, to: to.getTime() });
    const figures = helpFigures(standings, seed);
    if (json) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
    process.stdout.write(`${helpfulnessTables(figures)}\n`);
  }
}
