import { Injectable } from '@nestjs/common';
import type { GateParts } from '../gate/gate.thread';
import { MONTH, type DatedTopic } from '../gate/gate';
import { READ_WORDS, type Example } from '../learning/example';
import { ReplyLinksReader } from '../links/reply-links.reader';
import { rememberedLink } from '../texts/remembered-link';
import { articleExample, rememberedArticle, rememberedTopic, threadExample } from '../texts/remembering';
import { ThreadsReader, type TopicText } from '../texts/threads.reader';
import { beginningOf } from '../words/unicode-words';

/** Threads that are learned from, the latest: more cost time and teach little. */
const LEARNED = 50_000;
/** Threads that a version is measured on. */
const MEASURED = 30_000;
const LINKS = 500;

/** The last month of a community that something was asked in. */
export interface LearningMonth {
  readonly from: Date;
  /** The topics of that month in which someone pointed to something: a version is measured on them, and so does not learn from them. */
  readonly questions: ReadonlySet<string>;
}

/** What a version is learned from and measured on, read in small parts. */
@Injectable()
export class LearningTexts {
  constructor(
    private readonly threadsReader: ThreadsReader,
    private readonly links: ReplyLinksReader,
  ) {}

  /** How many threads with replies there are. */
  threads(communityId: string): Promise<number> {
    return this.threadsReader.answeredTopics(communityId);
  }

  /** It ends with the youngest topic: communities that have just moved in, too, have a last month. */
  async lastMonth(communityId: string): Promise<LearningMonth> {
    const youngest = (await this.threadsReader.youngest(communityId)) ?? new Date();
    const from = new Date(youngest.getTime() - MONTH);
    return { from, questions: new Set(await this.links.questionsSince(communityId, from)) };
  }

  async *examples(communityId: string, { questions }: LearningMonth): AsyncGenerator<Example> {
    for await (const topics of this.threadsReader.latest(communityId, LEARNED)) {
      for (const topic of topics) if (!questions.has(topic.id)) yield threadExample(topic);
    }
    for await (const articles of this.threadsReader.articles(communityId)) yield* articles.map(articleExample);
  }

  /** All that the gate needs. */
  async *parts(communityId: string): GateParts {
    for await (const articles of this.threadsReader.articles(communityId)) {
      yield { articles: articles.map(rememberedArticle) };
    }
    for await (const topics of this.threadsReader.latest(communityId, MEASURED)) {
      yield { topics: topics.map(datedTopic) };
    }
    for (let revision = 0; ;) {
      const links = await this.links.since(communityId, revision, LINKS);
      if (links.length === 0) return;
      revision = links.at(-1)!.revision;
      yield { links: links.filter(({ removed }) => !removed).map(rememberedLink) };
    }
  }
}

function datedTopic(topic: TopicText): DatedTopic {
  const { id, at, title, body, solved, open } = rememberedTopic(topic);
  const replies = topic.replies
    .filter(({ byAsker }) => !byAsker)
    .map(({ at: said, text }) => ({ at: said.getTime(), text: beginningOf(text, READ_WORDS.reply) }));
  return { id, at, title, body, solved, open, replies };
}
