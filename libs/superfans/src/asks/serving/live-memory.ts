import type { AskToMake } from '../../routing/assignment';
import type { RoutedQuestion } from '../../routing/routed-question';
import type { RoutingMind } from './routing-mind';
import { WaitingQuestions } from './waiting-questions';
import type { FedAsk, FedPost, FedState, FeedPlace, RoutingFeed } from './routing-feed';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** How far the past is looked back at. */
const POSTS_DAYS = 3 * 365;
const ASKS_DAYS = 90;
/** What is committed is seen this much later at most: changes are read again from so far back. */
const OVERLAP = MINUTE;
/** Somebody who replied within so many milliseconds is here at this moment. */
const HERE = 2 * MINUTE;
/** Whoever has not replied for so long is not asked. */
const GONE = 180 * DAY;
/** More changes of what can be found than these, and so many for each post, come from an import or the like. */
const CHANGES = { free: 2_000, each: 20 } as const;

/** What is known of the people of one community, to decide whom to ask: a cache of what the database says. */
export class LiveMemory {
  readonly waiting = new WaitingQuestions();
  /** Whether it was told everything, or the latest only. */
  readonly isWhole: boolean;
  private place: Omit<FeedPlace, 'beforeId'>;
  private readonly seen = new Map<string, number>();
  private readonly asks = new Map<string, boolean>();
  private readonly repliedAt = new Map<string, number>();
  private readonly here = new Set<string>();
  private merged = new Map<string, string>();
  private readonly erased = new Set<string>();
  private lastAt = 0;
  private revision: number | null = null;
  private learnedAt: number | null | undefined = undefined;
  /** Whether somebody got what another one had said of whom it was told before. */
  private isOutdated = false;
  /** Posts that were told since it was filled. */
  private posts = 0;
  private count = 0;

  /** @param from where it begins: as far back as is looked at all where it is left out, and the time when it is now */
  constructor(
    private readonly communityId: string,
    private readonly feed: Pick<RoutingFeed, 'read'>,
    readonly mind: RoutingMind,
    { now = Date.now(), afterId = null }: { readonly now?: number; readonly afterId?: string | null } = {},
  ) {
    const first = idAt(now - POSTS_DAYS * DAY);
    this.isWhole = afterId === null;
    this.place = {
      afterId: afterId && afterId > first ? afterId : first,
      asksSince: new Date(now - ASKS_DAYS * DAY),
    };
  }

  /**
   * Tells it what has happened since it was last told, page by page. False where so much has changed that it should be
   * filled anew: something was imported or learned, or somebody has claimed what they once said.
   * @param witness is told of each question as it is asked
   */
  async catchUp(now = Date.now(), witness?: (question: RoutedQuestion) => Promise<void>): Promise<boolean> {
    const beforeId = idAt(now + OVERLAP);
    for (let place: FeedPlace = { ...this.place, beforeId }; ;) {
      const { posts, asks, state, full } = await this.feed.read(this.communityId, place);
      this.tell(state);
      for (const post of posts) {
        const question = this.post(post, now);
        if (question && witness) await witness(question);
      }
      for (const ask of asks) this.ask(ask);
      this.tidy();
      const lastAsk = asks.at(-1)?.changedAt ?? place.asksSince;
      if (!full) {
        this.place = { afterId: idAt(Math.min(now, this.lastAt) - OVERLAP), asksSince: before(lastAsk) };
        return this.isCurrent(state);
      }
      place = { beforeId, afterId: posts.at(-1)?.id ?? place.afterId, asksSince: after(place.asksSince, lastAsk) };
    }
  }

  /** Posts that it was told of. */
  get known(): number {
    return this.count;
  }

  /** Those who were seen replying since this was last asked, and not longer ago than people stay. */
  takeHere(now = Date.now()): Set<string> {
    const here = new Set([...this.here].filter((id) => now - (this.repliedAt.get(id) ?? 0) < HERE));
    this.here.clear();
    return here;
  }

  /** Takes the place of another one: who is here, and what waits, is known on. */
  follow({ here, waiting }: LiveMemory): void {
    for (const id of here) this.here.add(id);
    this.waiting.takeOver(waiting);
  }

  /** Members who may be asked at all, as far as their replies say. */
  people(now = Date.now()): string[] {
    return [...this.repliedAt].flatMap(([id, at]) => (now - at < GONE ? [id] : []));
  }

  /** An ask that was made just now: it is known without being read. */
  made(id: string, ask: AskToMake): void {
    this.asks.set(id, false);
    this.waiting.asked(ask.topicId, ask.memberId, ask.p);
    this.mind.record.askMade(ask);
  }

  private tell({ merged, erased, learnedAt }: FedState): void {
    if (this.learnedAt === undefined) this.learnedAt = learnedAt;
    this.isOutdated ||= merged.some(({ id }) => this.repliedAt.has(id) && !this.merged.has(id));
    this.merged = new Map(merged.map(({ id, intoId }) => [id, intoId]));
    for (const id of erased) {
      if (this.erased.has(id)) continue;
      this.erased.add(id);
      this.repliedAt.delete(id);
      this.mind.record.forget(id);
    }
  }

  /** The question, where one was asked. */
  private post({ id, at: date, memberId: author, topicId, asked }: FedPost, now: number): RoutedQuestion | null {
    if (this.seen.has(id) || !author || !topicId) return null;
    const at = date.getTime();
    const memberId = this.merged.get(author) ?? author;
    this.seen.set(id, at);
    this.lastAt = Math.max(this.lastAt, at);
    this.posts++;
    this.count++;
    if (asked) {
      const question = { topicId, askerId: memberId, at, ...asked, like: [] };
      this.mind.record.asked(question);
      return question;
    }
    this.mind.record.replied({ topicId, memberId, at });
    if (this.erased.has(memberId)) return null;
    this.repliedAt.set(memberId, Math.max(at, this.repliedAt.get(memberId) ?? 0));
    if (now - at < HERE) this.here.add(memberId);
    return null;
  }

  private ask({ id, topicId, memberId, askedAt, passReason }: FedAsk): void {
    const ask = { topicId, memberId, at: askedAt.getTime() };
    const known = this.asks.get(id);
    if (known === undefined) this.mind.record.askMade(ask);
    if (passReason && !known) this.mind.record.askPassed(ask, passReason);
    this.asks.set(id, passReason !== null);
  }

  /** Only what is read again need be known again. */
  private tidy(): void {
    for (const [id, at] of this.seen) if (this.lastAt - at > 2 * OVERLAP) this.seen.delete(id);
  }

  private isCurrent({ revision, learnedAt }: FedState): boolean {
    if (this.revision === null) {
      this.revision = revision;
      this.posts = 0;
    }
    if (this.isOutdated || learnedAt !== this.learnedAt) return false;
    return revision - this.revision <= CHANGES.free + CHANGES.each * this.posts;
  }
}

/** From where on changes are read that may have been committed late. */
function before(last: Date): Date {
  return new Date(last.getTime() - OVERLAP);
}

/** Behind a page, whatever stands in it. */
function after(since: Date, last: Date): Date {
  return new Date(Math.max(last.getTime(), since.getTime() + 1));
}

/** The first key of a moment: keys begin with the time. */
function idAt(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
