import type { PeerWindows } from '../escalation/peer-windows';
import type { PeerWindowsReader } from '../escalation/peer-windows.reader';
import type { RoutingFeed } from './routing-feed';
import { RoutingMemory } from './routing-memory';
import type { RoutingMinds } from './routing-mind';

/** So long what was learned of answer times holds, in milliseconds. */
const WINDOWS_HOLD = 86_400_000;
/** A memory is filled anew no sooner than so many milliseconds after it was, however much has changed. */
const FILL_PAUSE = 600_000;

/** What this process keeps of a community to route there, and the turn of those who do. */
export class LiveCommunity {
  /** When it was last needed, by performance.now(). */
  usedAt = performance.now();
  private turn: Promise<unknown> = Promise.resolve();
  private memory: RoutingMemory | null = null;
  private filledAt = -Infinity;
  private learned: { readonly at: number; readonly windows: Promise<PeerWindows> } | null = null;

  constructor(
    private readonly communityId: string,
    private readonly feed: RoutingFeed,
    private readonly minds: RoutingMinds,
    private readonly reader: PeerWindowsReader,
  ) {}

  /** How much is known here: so many posts. */
  get posts(): number {
    return this.memory?.known ?? 0;
  }

  /** Does something with the memory as of now: one after the other, so that each sees what the one before it decided. */
  withMemory<T>(work: (memory: RoutingMemory) => Promise<T>): Promise<T> {
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

  private async current(): Promise<RoutingMemory> {
    const kept = this.memory;
    // What fails half way through is read anew.
    this.memory = null;
    const holds = kept && ((await kept.catchUp()) || performance.now() - this.filledAt < FILL_PAUSE);
    this.memory = holds ? kept : await this.fill();
    return this.memory;
  }

  private async fill(): Promise<RoutingMemory> {
    const memory = new RoutingMemory(this.communityId, this.feed, await this.minds.open(this.communityId));
    await memory.catchUp();
    memory.takeHere();
    this.filledAt = performance.now();
    return memory;
  }
}
