import { Logger } from '@nestjs/common';
import { PeerWindows } from '../escalation/peer-windows';
import { LiveCommunity, type LiveParts } from './live-community';
import type { FeedPage, FeedPlace } from './routing-feed';
import type { RoutingMind } from './routing-mind';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Keys of events of so many days ago: one of long ago, and one behind which the latest come. */
const [OLD, BEHIND, LATEST] = [400, 9, 2].map((days) => {
  const hex = (Date.now() - days * DAY).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
});

/** A community that has two posts; what is older is read when the test lets it. */
class SlowFeed {
  learnedAt: number | null = null;
  fails = false;
  whole = Promise.withResolvers<void>();
  fills = 0;

  async read(_: string, { afterId, beforeId }: FeedPlace): Promise<FeedPage> {
    if (afterId < OLD!) {
      this.fills++;
      await this.whole.promise;
      if (this.fails) throw new Error('The database went away.');
    }
    const ids = [OLD!, LATEST!].filter((id) => id > afterId && id < beforeId);
    const posts = ids.map((id) => ({
      id,
      at: new Date(Date.now() - DAY),
      memberId: id,
      topicId: 't',
      asked: null,
    }));
    return { posts, asks: [], state: { merged: [], erased: [], revision: 0, learnedAt: this.learnedAt }, full: false };
  }

  async beforeLatest(): Promise<string> {
    return BEHIND!;
  }

  async askable(): ReturnType<LiveParts['feed']['askable']> {
    return new Map();
  }
}

function mind(): RoutingMind {
  const silent = (): void => undefined;
  return {
    record: { asked: silent, replied: silent, askMade: silent, askPassed: silent, forget: silent },
    ranker: { rank: () => [] },
    assignment: { decide: () => [] },
  };
}

describe('what is kept of a community to route there', () => {
  let feed: SlowFeed;
  let community: LiveCommunity;
  let now: number;

  beforeEach(() => {
    now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    feed = new SlowFeed();
    const parts: LiveParts = {
      feed,
      minds: { open: async () => mind() },
      windows: { read: async () => new PeerWindows([]) },
      like: { of: async () => ({ byWords: false, threads: [] }) },
    };
    community = new LiveCommunity('community', parts, new AbortController().signal);
  });
  afterEach(() => jest.restoreAllMocks());
  const known = (): Promise<number> => community.withMemory(async (memory) => memory.known);

  it('is the latest until everything is read, and nobody waits for that', async () => {
    expect(await known()).toBe(1);
    expect(await known()).toBe(1);
    feed.whole.resolve();
    await community.settled();
    expect(await known()).toBe(2);
    expect(feed.fills).toBe(1);
  });

  it('is read anew beside what is known when something was learned, and not more often than every ten minutes', async () => {
    feed.whole.resolve();
    await known();
    await community.settled();
    feed.learnedAt = 5;
    expect(await known()).toBe(2);
    await community.settled();
    expect(feed.fills).toBe(1);
    now += 11 * MINUTE;
    feed.whole = Promise.withResolvers();
    expect(await known()).toBe(2);
    expect(feed.fills).toBe(2);
    feed.whole.resolve();
    await community.settled();
    now += 11 * MINUTE;
    expect(await known()).toBe(2);
    await community.settled();
    expect(feed.fills).toBe(2);
  });

  it('stays the latest where the rest cannot be read, and tries that again later', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    feed.fails = true;
    feed.whole.resolve();
    await known();
    await community.settled();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(await known()).toBe(1);
    expect(feed.fills).toBe(1);
    feed.fails = false;
    now += 11 * MINUTE;
    await known();
    await community.settled();
    expect(await known()).toBe(2);
  });
});
