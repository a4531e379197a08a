import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PeerWindowsReader } from '../escalation/peer-windows.reader';
import { LikeThreads } from './like-threads';
import { LiveCommunity, type LiveParts } from './live-community';
import { RoutingFeed } from './routing-feed';
import { RoutingMinds } from './routing-mind';

/** What is not needed for so many milliseconds is forgotten. */
const KEPT = 2 * 86_400_000;
/** Posts that are known of all communities: of more, those of the community go that was not needed for longest. */
const MOST_POSTS = 1_500_000;
const LOOK_EVERY = 60_000;

/** Keeps what this process knows of the communities in which it routes. It is a cache: all is in the database. */
@Injectable()
export class LiveRouting implements OnApplicationShutdown {
  private readonly communities = new Map<string, LiveCommunity>();
  private readonly parts: LiveParts;
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | null = null;

  constructor(feed: RoutingFeed, minds: RoutingMinds, windows: PeerWindowsReader, like: LikeThreads) {
    this.parts = { feed, minds, windows, like };
  }

  of(communityId: string): LiveCommunity {
    this.timer ??= setInterval(() => this.letGo(), LOOK_EVERY).unref();
    let community = this.communities.get(communityId);
    if (!community) {
      community = new LiveCommunity(communityId, this.parts, this.stopping.signal);
      this.communities.set(communityId, community);
      this.letGo();
    }
    return community;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.stopping.abort();
    await Promise.all([...this.communities.values()].map((community) => community.settled()));
  }

  private letGo(): void {
    const byUse = [...this.communities].sort(([, a], [, b]) => b.usedAt - a.usedAt);
    let posts = 0;
    for (const [place, [communityId, community]] of byUse.entries()) {
      posts += community.posts;
      const unused = performance.now() - community.usedAt > KEPT;
      if (unused || (place > 0 && posts > MOST_POSTS)) this.communities.delete(communityId);
    }
  }
}
