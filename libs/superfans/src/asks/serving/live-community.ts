import type { PeerWindows } from '../escalation/peer-windows';
import type { PeerWindowsReader } from '../escalation/peer-windows.reader';
import type { LikeThreads } from './like-threads';
import { Rehearsal } from './rehearsal';
import type { RoutingFeed } from './routing-feed';
import { LiveMemory } from './live-memory';
import type { RoutingMinds } from './routing-mind';

/** So long what was learned of answer times holds, in milliseconds. */
const WINDOWS_HOLD = 86_400_000;
/** A memory is filled anew no sooner than so many milliseconds after it was, however much has changed. */
const FILL_PAUSE = 600_000;
/** After so many it is, for what was learned at night, and what was removed meanwhile. */
const FILL_HOLDS = 20 * 3_600_000;

/** What this process keeps of a community to route there, and the turn of those who do. */
export class LiveCommunity {
  /** When it was last needed, by performance.now(). */
  usedAt = performance.now();
  private turn: Promise<unknown> = Promise.resolve();
  private memory: LiveMemory | null = null;
  private filledAt = -Infinity;
  private learned: { readonly at: number; readonly windows: Promise<PeerWindows> } | null = null;

  constructor(
    private readonly communityId: string,
    private readonly feed: RoutingFeed,
    private readonly minds: RoutingMinds,
    private readonly reader: PeerWindowsReader,
    private readonly like: LikeThreads,
  ) {}

  /** How much is known here: so many posts. */
  get posts(): number {
    return this.memory?.known ?? 0;
  }

  /** Does something with the memory as of now: one after the other, so that each sees what the one before it decided. */
  withMemory<T>(work: (memory: LiveMemory) => Promise<T>): Promise<T> {
    this.usedAt = performance.now();
    const done = this.turn.then(async () => work(await this.current()));
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** For how long questions are left to members here. */
  async windows(): Promise<PeerWindows> {
    if (!this.learned || performance.now() - this.learned.at > WINDOWS_HOLD)
      this.learned = { at: performance.now(), windows: this.reader.read(this.communityId) };
    try {
      return await this.learned.windows;
    } catch (error) {
      this.learned = null;
      throw error;
    }
  }

  private async current(): Promise<LiveMemory> {
    const kept = this.memory;
    // What fails half way through is read anew.
    this.memory = null;
    const age = performance.now() - this.filledAt;
    const holds = kept && age < FILL_HOLDS && ((await kept.catchUp()) || age < FILL_PAUSE);
    this.memory = holds ? kept : await this.fill();
    return this.memory;
  }

  private async fill(): Promise<LiveMemory> {
    const mind = await this.minds.open(this.communityId);
    const memory = new LiveMemory(this.communityId, this.feed, mind);
    const rehearsal = new Rehearsal(this.communityId, mind, this.like);
    await memory.catchUp(Date.now(), (question) => rehearsal.asked(question));
    memory.takeHere();
    this.filledAt = performance.now();
    return memory;
  }
}
