import type { MemoryQuery } from './community-memory';
import type { MemoryPlace, MemoryTexts } from './memory-texts';
import type { MemoryChanges } from './remembered';
import type { LikeTopic, SimilarCandidate } from './similarity';
import type { SimilarityThread } from './similarity.thread';

/** How often counts of "this answered me" are read again, in milliseconds. */
const ANSWERED_EVERY = 60_000;

/** What a memory is of. */
export interface LiveMemorySpec {
  readonly communityId: string;
  /** Of the model that it goes by; null: by words alone. */
  readonly version: number | null;
  /** The log-odds at which half of the right suggestions stood when it was learned, where that is known. */
  readonly halfRight: number | null;
  /** Topics that are kept. */
  readonly most: number;
}

/** One community's memory in the thread, of one version of its model: filled once, and told what changes from then on. */
export class LiveMemory {
  /** Whether all that there was when it was opened is in it. */
  complete = false;
  /** How many topics are in it. */
  topics = 0;
  bytes = 0;
  private place: MemoryPlace = { revision: 0, links: 0, vectors: null };
  private answeredAt = -Infinity;
  private closed = false;
  private following: Promise<void> = Promise.resolve();
  private readonly name: string;

  constructor(
    private readonly thread: SimilarityThread,
    private readonly texts: MemoryTexts,
    readonly spec: LiveMemorySpec,
  ) {
    this.name = `${spec.communityId} ${spec.version ?? 'words'} ${Math.random()}`;
  }

  /**
   * Reads everything, part by part; ends early where it was closed.
   * @param model the bytes of the version: only the thread keeps them
   */
  async fill(model: Uint8Array | null): Promise<void> {
    const { communityId, halfRight, most } = this.spec;
    await this.thread.ask(this.name, { do: 'open', model, halfRight, most });
    this.place = await this.texts.place(communityId);
    // Links first: they are few, and say which topics are to be kept.
    await this.catchUp();
    for await (const changes of this.texts.all(communityId, most)) {
      if (this.closed) return;
      await this.apply(changes);
    }
    this.place = { ...this.place, vectors: 0 };
    await this.follow();
    this.complete = true;
  }

  /** Tells it what has changed. One after the other, however often it is called. */
  follow(): Promise<void> {
    this.following = this.following.then(
      () => this.catchUp(),
      () => this.catchUp(),
    );
    return this.following;
  }

  async suggest(query: MemoryQuery, count: number): Promise<readonly SimilarCandidate[]> {
    return (await this.thread.ask(this.name, { do: 'suggest', query, count })).candidates;
  }

  async threadsLike(query: MemoryQuery, count: number): Promise<readonly LikeTopic[]> {
    return (await this.thread.ask(this.name, { do: 'threadsLike', query, count })).threads;
  }

  /** Lets go of it. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.thread.alive) await this.thread.ask(this.name, { do: 'close' }).catch(() => undefined);
  }

  private async apply(changes: MemoryChanges): Promise<void> {
    const { size, bytes } = await this.thread.ask(this.name, { do: 'apply', changes });
    this.topics = size;
    this.bytes = bytes;
  }

  private async catchUp(): Promise<void> {
    const { communityId } = this.spec;
    if (performance.now() - this.answeredAt > ANSWERED_EVERY) {
      this.answeredAt = performance.now();
      const changes = await this.texts.answered(communityId);
      if (!this.closed) await this.apply(changes);
    }
    while (!this.closed) {
      const part = await this.texts.since(communityId, this.place);
      if (!part || this.closed) return;
      await this.apply(part.changes);
      this.place = part.place;
    }
  }
}
