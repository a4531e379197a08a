import { writeFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import { SEARCH_ENGINES, type SearchEngines } from '@app/search';
import {
  CommunityHistoryReader,
  ConfiguredEmbedder,
  englishWords,
  LabelLinksReader,
  LearningThread,
  ownWords,
  pastExamples,
  SuggestionsEvaluation,
  TRAINING,
  WordVectors,
  type CommunityHistory,
  type History,
  type Period,
} from '@app/similarity';
import { EvaluationProgress } from './evaluation-progress';
import { IndexedEngine } from './indexed-engine';
import { judgedCommunity, type JudgedCommunity } from './judging';
import { readLabels } from './label-file';
import { PretrainedHistory } from './pretrained-history';
import { suggestionTables } from './suggestion-tables';

/** What the command line says. */
export interface EvaluationWish {
  readonly community: string;
  readonly from: Date;
  readonly to: Date;
  readonly locale?: string;
  readonly articlesLabels?: string;
  readonly questionLabels?: string;
  readonly referenceWords: boolean;
  readonly embedder: boolean;
  readonly engines: boolean;
  readonly seed: number;
  readonly json?: string;
}

/**
 * Lets a community happen again and judges what would have been suggested at each question, by what people then pointed
 * to: vectors are learned from what is older than the first question, and at each question only what came before is known.
 */
export class SuggestionsJudge {
  private readonly progress = new EvaluationProgress(process.stderr);

  constructor(
    private readonly services: INestApplicationContext,
    private readonly wish: EvaluationWish,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<void> {
    const { from, to, json, referenceWords } = this.wish;
    const place = await judgedCommunity(this.services, this.wish.community);
    const past = await this.past(place);
    const vectors = await this.learn(past.history);
    const evaluation = new SuggestionsEvaluation(past.history, {
      wordsOf: referenceWords ? englishWords : ownWords,
      engines: this.engines(place, past),
      pretrained: await this.pretrained(past.history),
      signal: this.signal,
      onProgress: (share) => this.progress.tell('Judging', share),
    });
    const period: Period = { from: from.getTime(), to: to.getTime(), vectors };
    const standings = await evaluation.run([period]).finally(() => this.progress.end());
    if (json) await writeFile(json, `${JSON.stringify(standings, null, 2)}\n`);
    process.stdout.write(`${suggestionTables(standings)}\n`);
  }

  private async past({ id }: JudgedCommunity): Promise<CommunityHistory> {
    const { locale = null, articlesLabels, questionLabels } = this.wish;
    const onProgress = (topics: number): void => this.progress.count('Topics read', topics);
    const past = await this.services.get(CommunityHistoryReader).read(id, { locale, signal: this.signal, onProgress });
    const labels = {
      articles: articlesLabels ? await readLabels(articlesLabels) : null,
      threads: questionLabels ? await readLabels(questionLabels) : null,
    };
    const history = await this.services.get(LabelLinksReader).relabel(id, past, labels);
    const { threads, articles, articleLinks, threadLinks } = history;
    this.progress.done(
      `${threads.length} topics, ${articles.length} articles, ${articleLinks.length} links to articles, ` +
        `${threadLinks.length} between topics`,
    );
    return { ...past, history };
  }

  private async learn(history: History): Promise<WordVectors> {
    const started = performance.now();
    const run = {
      options: { ...TRAINING, seed: this.wish.seed },
      signal: this.signal,
      onProgress: (share: number): void => this.progress.tell('Learning', share),
    };
    const model = await LearningThread.learn(pastExamples(history, this.wish.from.getTime()), run);
    const vectors = WordVectors.fromBuffer(model);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    this.progress.done(`${vectors.size} words learned in ${seconds} s`);
    return vectors;
  }

  private async pretrained(history: History): Promise<PretrainedHistory | null> {
    if (!this.wish.embedder) return null;
    const embedder = await this.services.get(ConfiguredEmbedder).get();
    if (!embedder)
      throw DomainError.invalid('No model is there: set EMBEDDER_URL or EMBEDDER_MODEL_DIR, see docs/similarity.md.');
    const { from, to } = this.wish;
    const onProgress = (share: number): void => this.progress.tell('Embedding', share);
    return PretrainedHistory.of(history, { embedder, from, to, signal: this.signal, onProgress });
  }

  private engines(place: JudgedCommunity, past: CommunityHistory): IndexedEngine[] {
    if (!this.wish.engines) return [];
    return this.services.get<SearchEngines>(SEARCH_ENGINES).map((engine) => new IndexedEngine(engine, place, past));
  }
}
