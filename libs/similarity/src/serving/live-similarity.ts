import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Environment } from '@app/environment';
import { QueryEmbedder } from '../embedding/query-embedder';
import { ModelsReader } from '../models/models.reader';
import { ThreadsReader } from '../texts/threads.reader';
import type { MemoryQuery } from './community-memory';
import { LiveCommunity } from './live-community';
import type { LiveMemory } from './live-memory';
import { MemoryTexts } from './memory-texts';
import { Similarity, type LikeTopic, type SimilarityFindings, type SuggestionQuery } from './similarity';
import { SimilarityThread } from './similarity.thread';

const MINUTE = 60_000;
/** How often it is looked for changes, in milliseconds. */
const LOOK_EVERY = 1_000;
/** A community that nobody asked for in so many milliseconds is not followed until somebody does. */
const FOLLOWED = 600_000;
/** Topics that are compared with: more make an answer slower than people type. */
const MOST_TOPICS = 100_000;
/** About what a topic takes, in bytes: a vector, words, names. */
const TOPIC_BYTES = 1_600;
/** Calls that may wait for the thread: whoever comes after them is told at once that there is no answer. */
const MOST_CALLS = 50;
/** After the thread has crashed, so many milliseconds pass before there is a new one. */
const PAUSE = 2_000;

const NOTHING: SimilarityFindings = { basis: 'WORDS', version: null, complete: false, topics: 0, candidates: [] };

/**
 * Answers from memories in a thread of this process, which are filled when they are first asked for and follow what
 * changes from then on. They are a cache: all is in the database.
 */
@Injectable()
export class LiveSimilarity extends Similarity implements OnApplicationShutdown {
  private readonly logger = new Logger('Similarity');
  private readonly communities = new Map<string, LiveCommunity>();
  private readonly limit: number;
  private thread: SimilarityThread | null = null;
  private timer: NodeJS.Timeout | null = null;
  private notBefore = 0;
  private stopped = false;

  constructor(
    private readonly texts: MemoryTexts,
    private readonly threads: ThreadsReader,
    private readonly models: ModelsReader,
    private readonly embedder: QueryEmbedder,
    environment: Environment,
  ) {
    super();
    this.limit = environment.similarityMegabytes * 1_048_576;
  }

  suggest(communityId: string, { title, body }: SuggestionQuery, count: number): Promise<SimilarityFindings> {
    return this.find(communityId, { title, body, except: null, now: thisMinute() }, count);
  }

  async related(communityId: string, topicId: string, count: number): Promise<SimilarityFindings> {
    const [topic] = await this.threads.topics(communityId, [topicId]);
    if (!topic) return { ...NOTHING, complete: true };
    const { title, body } = topic;
    return this.find(communityId, { title, body, except: topicId, now: thisMinute() }, count);
  }

  async threadsLike(
    communityId: string,
    { title, body, except }: SuggestionQuery & { readonly except: string | null },
    count: number,
  ): Promise<readonly LikeTopic[]> {
    const memory = this.memoryOf(communityId);
    try {
      return (await memory?.threadsLike({ title, body, except, now: thisMinute() }, count)) ?? [];
    } catch (error) {
      this.logger.debug(error);
      return [];
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.thread?.end();
  }

  protected newThread(): SimilarityThread {
    return new SimilarityThread();
  }

  private async find(communityId: string, query: MemoryQuery, count: number): Promise<SimilarityFindings> {
    const memory = this.memoryOf(communityId);
    if (!memory) return NOTHING;
    try {
      const { complete, topics } = memory;
      const { version } = memory.spec;
      const pretrained = (await this.embedder.embed(query.title, query.body)) ?? undefined;
      const candidates = await memory.suggest({ ...query, pretrained }, count);
      return { basis: version === null ? 'WORDS' : 'LEARNED', version, complete, topics, candidates };
    } catch (error) {
      // Whoever asks goes on without: the thread, or this memory in it, has just ended.
      this.logger.debug(error);
      return NOTHING;
    }
  }

  /** What answers now; null where there is nothing yet, or too many wait. */
  private memoryOf(communityId: string): LiveMemory | null {
    const thread = this.startedThread();
    const memory = thread && this.community(communityId, thread).memory;
    return memory && thread.calls < MOST_CALLS ? memory : null;
  }

  private community(communityId: string, thread: SimilarityThread): LiveCommunity {
    let community = this.communities.get(communityId);
    if (!community) {
      const most = Math.min(MOST_TOPICS, Math.floor(this.limit / TOPIC_BYTES));
      community = new LiveCommunity(communityId, thread, this.texts, this.models, most);
      this.communities.set(communityId, community);
      void community.look();
    }
    community.usedAt = performance.now();
    return community;
  }

  /** The thread, started where there is none; null while it is not tried again. */
  private startedThread(): SimilarityThread | null {
    if (this.thread && !this.thread.alive) {
      this.logger.warn('The thread that compares topics has ended: what it kept is read again.');
      this.thread = null;
      for (const community of this.communities.values()) void community.close();
      this.communities.clear();
      this.notBefore = performance.now() + PAUSE;
    }
    if (this.thread || this.stopped || performance.now() < this.notBefore) return this.thread;
    this.timer ??= setInterval(() => this.look(), LOOK_EVERY).unref();
    this.thread = this.newThread();
    return this.thread;
  }

  private look(): void {
    const now = performance.now();
    for (const community of this.communities.values()) {
      if (now - community.usedAt < FOLLOWED) void community.look();
    }
    this.letGo();
  }

  /** Of more memories than there is room for, those go that nobody asked for longest. */
  private letGo(): void {
    const byUse = [...this.communities].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    let bytes = byUse.reduce((sum, [, community]) => sum + community.bytes, 0);
    for (const [communityId, community] of byUse.slice(0, -1)) {
      if (bytes <= this.limit) return;
      bytes -= community.bytes;
      this.communities.delete(communityId);
      void community.close();
    }
  }
}

/** The same text is answered the same for a while: how fresh a topic is does not matter to the second. */
function thisMinute(): number {
  return Math.floor(Date.now() / MINUTE) * MINUTE;
}
