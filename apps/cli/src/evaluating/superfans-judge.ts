import { writeFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import {
  AnswerOutcomesReader,
  HelpHistoryReader,
  helperRecords,
  StatesEvaluation,
  SuperfansEvaluation,
  type HelperRecord,
  type PastThread,
} from '@app/superfans';
import { EvaluationProgress } from './evaluation-progress';
import { judgedCommunity } from './judging';
import { superfanTables } from './superfan-tables';

/** What the command line says. */
export interface SuperfansWish {
  readonly community: string;
  readonly from: Date;
  readonly to?: Date;
  readonly seed: number;
  readonly json?: string;
}

const DAY = 86_400_000;
/** So long after the first answer it is known what became of somebody. */
const KNOWN_AFTER = 210 * DAY;

/** Judges newcomers of a community by their first days, and looks at what they did afterwards. */
export class SuperfansJudge {
  private readonly progress = new EvaluationProgress(process.stderr);

  constructor(
    private readonly services: INestApplicationContext,
    private readonly wish: SuperfansWish,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<void> {
    const { id } = await judgedCommunity(this.services, this.wish.community);
    const records = helperRecords(await this.threads(id));
    const outcomes = await this.services.get(AnswerOutcomesReader).read(id);
    const { from, to = knownUpTo(records), seed, json } = this.wish;
    this.progress.done(`${records.size} helpers, first answers ${dayText(from)} to ${dayText(to)}`);
    const cohort = { from: from.getTime(), to: to.getTime() };
    const standings = {
      ...new SuperfansEvaluation(records, outcomes).run(cohort, seed),
      states: new StatesEvaluation(records).run(cohort),
    };
    if (json) await writeFile(json, `${JSON.stringify(standings, null, 2)}\n`);
    process.stdout.write(`${superfanTables(standings)}\n`);
  }

  private async threads(communityId: string): Promise<PastThread[]> {
    const threads: PastThread[] = [];
    for await (const some of this.services.get(HelpHistoryReader).threads(communityId, new Date(0))) {
      this.signal.throwIfAborted();
      threads.push(...some);
      this.progress.count('Threads read', threads.length);
    }
    this.progress.end();
    return threads;
  }
}

/** Of whoever came later it is not known yet what became of them. */
function knownUpTo(records: ReadonlyMap<string, HelperRecord>): Date {
  let last = 0;
  for (const { replies } of records.values()) last = Math.max(last, replies.at(-1)!.at);
  return new Date(Math.floor((last - KNOWN_AFTER) / DAY) * DAY);
}

function dayText(date: Date): string {
  return date.toISOString().slice(0, 10);
}
