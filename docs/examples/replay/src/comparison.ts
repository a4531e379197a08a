import type { ResultOf } from 'gql.tada';
import type { Client } from './client.ts';
import type { Conversation } from './conversation.ts';
import { REPLIES, TOPICS } from './documents.ts';
import { inParallel } from './in-parallel.ts';
import type { Journal } from './journal.ts';
import { wordsOf } from './text.ts';

/** What was counted on one side. */
interface Counts {
  questions: number;
  answers: number;
  comments: number;
  solved: number;
}

/** Reads everything back, page by page, and holds it against the source. */
export class Comparison {
  private readonly read: Counts = { questions: 0, answers: 0, comments: 0, solved: 0 };
  private readonly htmlById = new Map<string, string>();

  private readonly client: Client;
  private readonly journal: Journal;
  private readonly slug: string;
  private readonly parallel: number;

  constructor(client: Client, journal: Journal, slug: string, parallel: number) {
    this.client = client;
    this.journal = journal;
    this.slug = slug;
    this.parallel = parallel;
  }

  /** Every difference, in words; none where both sides are equal. */
  async differences(source: Conversation): Promise<string[]> {
    const ids = await this.readTopics();
    await inParallel(ids, this.parallel, (id) => this.readReplies(id));
    return [...this.countDifferences(source), ...this.textDifferences(source)];
  }

  private async readTopics(): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const { community }: ResultOf<typeof TOPICS> = await this.client.send(TOPICS, { slug: this.slug, after });
      for (const topic of community.topics.nodes) {
        ids.push(topic.id);
        this.htmlById.set(topic.id, topic.bodyHtml);
        this.read.questions++;
        if (topic.resolution === 'SOLVED') this.read.solved++;
      }
      if (!community.topics.pageInfo.hasNextPage) return ids;
      after = community.topics.pageInfo.endCursor;
    }
  }

  private async readReplies(id: string): Promise<void> {
    let answersAfter: string | null = null;
    let commentsAfter: string | null = null;
    for (;;) {
      const read: ResultOf<typeof REPLIES> = await this.client.send(REPLIES, { id, answersAfter, commentsAfter });
      const { topic } = read;
      if (!topic) throw new Error(`Topic ${id} is in the list, but cannot be read.`);
      for (const answer of topic.answers.nodes) {
        this.read.answers++;
        this.read.comments += answer.comments.nodes.length;
        if (answer.comments.pageInfo.hasNextPage) throw new Error(`Answer ${answer.id} has more than fifty comments.`);
        this.htmlById.set(answer.id, answer.bodyHtml);
      }
      this.read.comments += topic.comments.nodes.length;
      answersAfter = topic.answers.pageInfo.endCursor ?? answersAfter;
      commentsAfter = topic.comments.pageInfo.endCursor ?? commentsAfter;
      if (!topic.answers.pageInfo.hasNextPage && !topic.comments.pageInfo.hasNextPage) return;
    }
  }

  private countDifferences({ questions, answers, comments }: Conversation): string[] {
    const answerIds = new Set(answers.map(({ id }) => id));
    const expected: Counts = {
      questions: questions.length,
      answers: answers.length,
      comments: comments.length,
      solved: questions.filter(({ acceptedId }) => acceptedId && answerIds.has(acceptedId)).length,
    };
    console.log('source:', JSON.stringify(expected));
    console.log('read:  ', JSON.stringify(this.read));
    return (Object.keys(expected) as (keyof Counts)[])
      .filter((name) => expected[name] !== this.read[name])
      .map((name) => `${name}: ${expected[name]} in the source, ${this.read[name]} read back`);
  }

  private textDifferences({ questions, answers }: Conversation): string[] {
    const sample = [...questions, ...answers].filter((_, i) => i % 100 === 0);
    console.log(`comparing the text of ${sample.length} posts`);
    return sample
      .filter(({ id, html }) => wordsOf(html) !== wordsOf(this.htmlById.get(this.journal.idOf(`post-${id}`)) ?? ''))
      .map(({ id }) => `post ${id} reads otherwise`);
  }
}
