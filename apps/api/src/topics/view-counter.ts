import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { TopicViewsService, type TopicRow } from '@app/community';
import { isbot } from 'isbot';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../common/request-context';

const FLUSH_MS = 10_000;
/** The same person looking again within this time is one look. */
const ONE_LOOK_MS = 30 * 60_000;

/**
 * Gathers looks at topics in memory and hands them over every ten seconds, so that reading never waits for a write.
 * Robots and programs are left out. What a killed process had gathered, seconds' worth, is lost.
 */
@Injectable()
export class ViewCounter implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(ViewCounter.name);
  private readonly recent = new LRUCache<string, true>({ max: 100_000, ttl: ONE_LOOK_MS });
  private gathered = new Map<string, Map<string, number>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly views: TopicViewsService) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** Somebody looked at a topic's page. */
  count(topic: TopicRow | null, { principal, request, limitKey }: RequestContext): void {
    const agent = request.headers['user-agent'];
    if (!topic || principal.kind === 'key' || !agent || isbot(agent)) return;
    const look = `${limitKey} ${topic.id}`;
    if (this.recent.has(look)) return;
    this.recent.set(look, true);
    const ofCommunity = this.gathered.get(topic.communityId) ?? new Map<string, number>();
    this.gathered.set(topic.communityId, ofCommunity.set(topic.id, (ofCommunity.get(topic.id) ?? 0) + 1));
  }

  /** Hands over what was gathered; what cannot be handed over now is kept for the next time. */
  async flush(): Promise<void> {
    const batch = this.gathered;
    this.gathered = new Map();
    for (const [communityId, views] of batch) {
      try {
        await this.views.handOver(communityId, views);
      } catch (error) {
        this.logger.warn(`Views wait for the database: ${String(error)}`);
        if (!this.gathered.has(communityId)) this.gathered.set(communityId, views);
      }
    }
  }
}
