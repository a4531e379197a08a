import { ThreadMemory } from '../ranking/thread-memory.ts';
import type { RememberedTopic } from './remembered.ts';

/** Forgotten threads are tidied away when there are more than so many, and more than so large a share. */
const TIDY = { least: 200, share: 0.1 } as const;
const SOLVED = 1;
const OPEN = 2;

/** Keeps the topics of a memory by their ids: who has which number, and what is known of them beside their words. */
export class TopicNumbers {
  readonly memory: ThreadMemory;
  private readonly numbers = new Map<string, number>();
  private ids: string[] = [];
  private flags: number[] = [];
  /** Of what was asked: tells whether words changed, or replies only. */
  private digests: number[] = [];

  constructor(memory: ThreadMemory) {
    this.memory = memory;
  }

  get count(): number {
    return this.numbers.size;
  }

  get bytes(): number {
    return this.memory.bytes + this.count * 150;
  }

  numberOf(id: string): number | undefined {
    return this.numbers.get(id);
  }

  idOf(number: number): string {
    return this.ids[number]!;
  }

  solved(number: number): boolean {
    return (this.flags[number]! & SOLVED) > 0;
  }

  open(number: number): boolean {
    return (this.flags[number]! & OPEN) > 0;
  }

  put(topic: RememberedTopic): void {
    const digest = digestOf(`${topic.title}\n${topic.body}`);
    const known = this.numbers.get(topic.id);
    if (known !== undefined && this.digests[known] === digest) {
      this.memory.retell(known, topic);
      this.flags[known] = flagsOf(topic);
      return;
    }
    if (known !== undefined) this.memory.forget(known);
    const number = this.memory.remember(topic);
    this.numbers.set(topic.id, number);
    this.ids[number] = topic.id;
    this.flags[number] = flagsOf(topic);
    this.digests[number] = digest;
  }

  remove(id: string): void {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    this.memory.forget(number);
    this.numbers.delete(id);
  }

  /** Forgets those in which nothing was said for the longest time, but for some, until no more than `most` are left. */
  shrinkTo(most: number, spared: ReadonlySet<string>): void {
    const { lastActive } = this.memory;
    const oldest = [...this.numbers]
      .filter(([id]) => !spared.has(id))
      .sort(([, a], [, b]) => lastActive[a]! - lastActive[b]!);
    for (const [id] of oldest.slice(0, Math.max(0, this.count - most))) this.remove(id);
  }

  /** Gives numbers anew where many were forgotten; true where it did. */
  tidy(): boolean {
    const { forgotten, size } = this.memory;
    if (forgotten < TIDY.least || forgotten < size * TIDY.share) return false;
    const kept = this.memory.compact();
    this.ids = kept.map((number) => this.ids[number]!);
    this.flags = kept.map((number) => this.flags[number]!);
    this.digests = kept.map((number) => this.digests[number]!);
    this.ids.forEach((id, number) => this.numbers.set(id, number));
    return true;
  }
}

function flagsOf({ solved, open }: RememberedTopic): number {
  return (solved ? SOLVED : 0) | (open ? OPEN : 0);
}

/** FNV-1a over UTF-16 units, 31 bits: a change of text that it overlooks is told when the community is next loaded. */
function digestOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 1;
}
