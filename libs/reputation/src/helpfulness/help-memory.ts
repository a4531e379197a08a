import { faded, type HelpContext, type HelpSums, type MemberSums } from './help-sums';

/** What somebody asked. */
export interface HelpThread extends HelpContext {
  readonly id: string;
  readonly askerId: string;
}

/** What somebody answered. */
export interface HelpAnswer {
  readonly id: string;
  readonly threadId: string;
  readonly authorId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** All that one member answered in one thread: answering twice is no more help than answering once. */
interface Part {
  readonly thread: Thread;
  /** Of the first answer. */
  readonly at: number;
  /** In stars; below 0 where more people voted it down. */
  worth: number;
}

interface Thread extends HelpThread {
  readonly parts: Map<string, Part>;
  /** What all parts are worth, none less than nothing. */
  worth: number;
}

/** How much the community's average counts beside what others in the thread got, in answers: threads are small. */
const AVERAGE_WEIGHT = 1;

/**
 * Remembers who answered what and how much each answer helped, and says of a member how that compares with those who
 * answered beside them: busy threads and popular questions help nobody to a better name. Evaluation and service use it.
 */
export class HelpMemory {
  private readonly threads = new Map<string, Thread>();
  private readonly answers = new Map<string, Part>();
  private readonly byMember = new Map<string, Part[]>();
  private worth = 0;
  private parts = 0;

  ask({ id, askerId, productIds, tagIds }: HelpThread): void {
    this.threads.set(id, { id, askerId, productIds, tagIds, parts: new Map(), worth: 0 });
  }

  /** What askers add to their own threads is no help to others, and is not remembered. */
  answer({ id, threadId, authorId, at }: HelpAnswer): void {
    const thread = this.threads.get(threadId);
    if (!thread || thread.askerId === authorId) return;
    const part = thread.parts.get(authorId) ?? this.begin(thread, authorId, at);
    this.answers.set(id, part);
  }

  /** An answer turned out to be worth so many stars more; less where they are below 0. Others are not known. */
  confirm(answerId: string, stars: number): void {
    const part = this.answers.get(answerId);
    if (!part) return;
    const before = Math.max(0, part.worth);
    part.worth += stars;
    const more = Math.max(0, part.worth) - before;
    part.thread.worth += more;
    this.worth += more;
  }

  /** Everybody who answered somebody. */
  members(): IterableIterator<string> {
    return this.byMember.keys();
  }

  /**
   * What is known of a member at a moment.
   * @param context only these products and tags; all where it is left out
   * @param without a thread that is not looked at
   */
  sumsOf(memberId: string, now: number, context?: HelpContext, without?: string): MemberSums {
    const community = new Sums();
    const products = new Map<string, Sums>();
    const tags = new Map<string, Sums>();
    for (const { thread, at, worth } of this.byMember.get(memberId) ?? []) {
      if (thread.id === without) continue;
      const left = faded(now - at);
      const received = left * Math.max(0, worth);
      const expected = left * this.expected(thread, worth);
      community.add(received, expected);
      for (const id of among(thread.productIds, context?.productIds)) sumsAt(products, id).add(received, expected);
      for (const id of among(thread.tagIds, context?.tagIds)) sumsAt(tags, id).add(received, expected);
    }
    return { community, products, tags };
  }

  private begin(thread: Thread, authorId: string, at: number): Part {
    const part: Part = { thread, at, worth: 0 };
    thread.parts.set(authorId, part);
    const others = this.byMember.get(authorId);
    if (others) others.push(part);
    else this.byMember.set(authorId, [part]);
    this.parts += 1;
    return part;
  }

  /** What somebody else's part in the thread was worth on average, and anybody's in the community as one more of them. */
  private expected(thread: Thread, own: number): number {
    const others = thread.worth - Math.max(0, own);
    const average = this.worth / Math.max(1, this.parts);
    return (others + AVERAGE_WEIGHT * average) / (thread.parts.size - 1 + AVERAGE_WEIGHT);
  }
}

class Sums implements HelpSums {
  received = 0;
  expected = 0;
  threads = 0;

  add(received: number, expected: number): void {
    this.received += received;
    this.expected += expected;
    this.threads += 1;
  }
}

function among(ids: readonly string[], wanted: readonly string[] | undefined): readonly string[] {
  return wanted ? ids.filter((id) => wanted.includes(id)) : ids;
}

function sumsAt(sums: Map<string, Sums>, id: string): Sums {
  const known = sums.get(id);
  if (known) return known;
  const fresh = new Sums();
  sums.set(id, fresh);
  return fresh;
}
