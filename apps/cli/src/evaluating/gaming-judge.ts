import { writeFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import {
  GamingEvaluation,
  GENERATED,
  GeneratedHistory,
  imputedHistory,
  PastHelpReader,
  type GamingHistory,
} from '@app/reputation';
import { SeededRandom } from '@app/similarity';
import { EvaluationProgress } from './evaluation-progress';
import { gamingFigures } from './gaming-figures';
import { gamingTables } from './gaming-tables';
import { judgedCommunity } from './judging';

/** What the command line says. */
export interface GamingWish {
  readonly community?: string;
  readonly to?: Date;
  readonly targets: number;
  readonly seed: number;
  readonly json?: string;
}

/** Attacks a community as one who knows the rules would, in memory only, and says what was gained. */
export class GamingJudge {
  private readonly progress = new EvaluationProgress(process.stderr);

  constructor(
    private readonly services: INestApplicationContext,
    private readonly wish: GamingWish,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<void> {
    const { targets, seed, json } = this.wish;
    const history = await this.history();
    this.progress.done(
      `${history.entries.length} confirmations before ${new Date(history.until).toISOString().slice(0, 10)}`,
    );
    const evaluation = new GamingEvaluation(history, {
      targets,
      chance: (n) => new SeededRandom(seed * 1_000 + n),
      signal: this.signal,
      onProgress: (share) => this.progress.tell('Attacking', share),
    });
    const figures = gamingFigures(await evaluation.standings().finally(() => this.progress.end()), seed);
    if (json) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
    process.stdout.write(`${gamingTables(figures)}\n`);
  }

  private async history(): Promise<GamingHistory> {
    const { community, to, seed } = this.wish;
    const random = new SeededRandom(seed);
    if (community === undefined) return GeneratedHistory.make(GENERATED, random);
    const { id } = await judgedCommunity(this.services, community);
    const onProgress = (threads: number): void => this.progress.count('Threads read', threads);
    const history = await this.services.get(PastHelpReader).read(id, { signal: this.signal, onProgress });
    return imputedHistory(history, random, to?.getTime());
  }
}
