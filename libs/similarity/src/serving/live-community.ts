import { Logger } from '@nestjs/common';
import type { ModelsReader } from '../models/models.reader';
import { LiveMemory } from './live-memory';
import type { MemoryTexts } from './memory-texts';
import type { SimilarityThread } from './similarity.thread';
import { ThreadGone } from './thread-gone';

/** After a failure it is tried again so many milliseconds later. */
const PAUSE = 10_000;

/** A community's memory that is in use, and the one that is being filled to take its place. */
export class LiveCommunity {
  /** When somebody last asked for it, by performance.now(). */
  usedAt = performance.now();
  private readonly logger = new Logger('Similarity');
  private current: LiveMemory | null = null;
  private next: LiveMemory | null = null;
  private looking = false;
  private notBefore = 0;
  private closed = false;

  constructor(
    private readonly communityId: string,
    private readonly thread: SimilarityThread,
    private readonly texts: MemoryTexts,
    private readonly models: ModelsReader,
    private readonly most: number,
  ) {}

  /** What answers now: while the first is being filled, as far as it is. */
  get memory(): LiveMemory | null {
    return this.current ?? this.next;
  }

  get bytes(): number {
    return (this.current?.bytes ?? 0) + (this.next?.bytes ?? 0);
  }

  /** Follows what has changed, and sees whether another version serves. Never throws. */
  async look(): Promise<void> {
    if (this.looking || this.closed || performance.now() < this.notBefore) return;
    this.looking = true;
    try {
      const version = await this.models.serving(this.communityId);
      if (!this.current || this.current.spec.version !== version) await this.replace(version);
      else await this.current.follow();
    } catch (error) {
      this.failed(error);
    } finally {
      this.looking = false;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([this.current?.close(), this.next?.close()]);
  }

  /** Fills a memory by a version while the one before still answers, then lets it take over. */
  private async replace(version: number | null): Promise<void> {
    const { communityId, most } = this;
    const model = version === null ? null : await this.models.bytes(communityId, version);
    // A version that was retired in the meantime has none: the next look finds the one that serves.
    if (version !== null && !model) return;
    const halfRight = version === null ? null : await this.models.halfRight(communityId, version);
    if (this.closed) return;
    this.next = new LiveMemory(this.thread, this.texts, { communityId, version, halfRight, most });
    await this.next.fill(model);
    if (this.closed) return;
    const before = this.current;
    this.current = this.next;
    this.next = null;
    await before?.close();
  }

  private failed(error: unknown): void {
    this.notBefore = performance.now() + PAUSE;
    void this.next?.close();
    this.next = null;
    if (this.closed || error instanceof ThreadGone) return;
    this.logger.warn(
      `What was learned can't be followed now: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
