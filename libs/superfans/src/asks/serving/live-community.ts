import { Logger } from '@nestjs/common';
import type { PeerWindows } from '../escalation/peer-windows';
import type { PeerWindowsReader } from '../escalation/peer-windows.reader';
import type { LikeThreads } from './like-threads';
import { LiveMemory } from './live-memory';
import { Rehearsal } from './rehearsal';
import type { RoutingFeed } from './routing-feed';
import type { RoutingMinds } from './routing-mind';

/** So long what was learned of answer times holds, in milliseconds. */
const WINDOWS_HOLD = 86_400_000;
/** A memory is filled anew no sooner than so many milliseconds after that was last begun, however much has changed. */
const FILL_PAUSE = 600_000;
/** After so many it is, for what was removed meanwhile. */
const FILL_HOLDS = 20 * 3_600_000;
/** Posts that are read before anything is decided: the latest tell most. All others are read beside. */
const LATEST = 10_000;

/** What a community is routed with. */
export interface LiveParts {
  readonly feed: Pick<RoutingFeed, 'read' | 'askable' | 'beforeLatest'>;
  readonly minds: RoutingMinds;
  readonly windows: Pick<PeerWindowsReader, 'read'>;
  readonly like: Pick<LikeThreads, 'of'>;
}

/** What this process keeps of a community to route there, and the turn of those who do. */
export class LiveCommunity {
  /** When it was last needed, by performance.now(). */
  usedAt = performance.now();
  private readonly logger = new Logger('Routing');
  private turn: Promise<unknown> = Promise.resolve();
  private memory: LiveMemory | null = null;
  private filling: Promise<void> | null = null;
  private fillBegunAt = -Infinity;
  private learned: { readonly at: number; readonly windows: Promise<PeerWindows> } | null = null;

  constructor(
    private readonly communityId: string,
    private readonly parts: LiveParts,
    private readonly stopping: AbortSignal,
  ) {}

  /** How much is known here: so many posts. */
  get posts(): number {
    return this.memory?.known ?? 0;
  }

  /**
   * Does something with the memory as of now: one after the other, so that each sees what the one before it decided. Nobody
   * waits until everything is read: while it is, the latest posts speak for all, or what was known before.
   */
  withMemory<T>(work: (memory: LiveMemory) => Promise<T>): Promise<T> {
    this.usedAt = performance.now();
    return this.inTurn(async () => work(await this.current()));
  }

  /** Ends when what is read beside is read, or could not be. */
  async settled(): Promise<void> {
    await this.filling;
  }

  /** For how long questions are left to members here. */
  async windows(): Promise<PeerWindows> {
    if (!this.learned || performance.now() - this.learned.at > WINDOWS_HOLD)
      this.learned = { at: performance.now(), windows: this.parts.windows.read(this.communityId) };
    try {
      return await this.learned.windows;
    } catch (error) {
      this.learned = null;
      throw error;
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async current(): Promise<LiveMemory> {
    const kept = this.memory;
    // What fails half way through is read anew.
    this.memory = null;
    const holds = kept ? (await kept.catchUp()) && kept.isWhole : false;
    const memory = kept ?? (await this.latest());
    const age = performance.now() - this.fillBegunAt;
    if (!kept || age > FILL_HOLDS || (!holds && age > FILL_PAUSE)) this.fill();
    this.memory = memory;
    return memory;
  }

  private async latest(): Promise<LiveMemory> {
    const { communityId, parts } = this;
    const [mind, afterId] = await Promise.all([
      parts.minds.open(communityId),
      parts.feed.beforeLatest(communityId, LATEST),
    ]);
    const memory = new LiveMemory(communityId, parts.feed, mind, { afterId });
    await memory.catchUp();
    memory.takeHere();
    return memory;
  }

  /** Reads everything, beside whatever is decided meanwhile, and goes by that from then on. */
  private fill(): void {
    this.fillBegunAt = performance.now();
    this.filling ??= this.readAll()
      .catch((error: unknown) => {
        if (!this.stopping.aborted) this.logger.warn(error);
      })
      .finally(() => (this.filling = null));
  }

  private async readAll(): Promise<void> {
    const { communityId, parts, stopping } = this;
    const mind = await parts.minds.open(communityId);
    const memory = new LiveMemory(communityId, parts.feed, mind);
    const askable = () => parts.feed.askable(communityId, memory.people());
    const rehearsal = new Rehearsal({ communityId, mind, like: parts.like, askable });
    await memory.catchUp(Date.now(), async (question) => {
      stopping.throwIfAborted();
      await rehearsal.asked(question);
    });
    memory.takeHere();
    await this.inTurn(async () => {
      await memory.catchUp();
      if (this.memory) memory.follow(this.memory);
      this.memory = memory;
    });
  }
}
