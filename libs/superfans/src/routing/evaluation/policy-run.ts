import type { AskablePerson, AskToMake, OpenQuestion } from '../assignment.ts';
import type { PickUps } from '../learning/routing-past.ts';
import type { RoutingWitness } from '../learning/routing-replay.ts';
import type { RoutedQuestion, RoutedReply } from '../routed-question.ts';
import type { RoutingMemory } from '../routing-memory.ts';
import type { Assignment } from '../routing.ts';
import type { AskedPair } from './load-figures.ts';

const DAY = 86_400_000;
const CAPS = { perPerson: 5, perQuestion: 5 } as const;
const NO_TAGS: ReadonlySet<string> = new Set();
const NOBODY: ReadonlySet<string> = new Set();

/** Lets a policy decide as things happen again: when something is asked and, where it may, when somebody is seen replying. */
export class PolicyRun implements RoutingWitness {
  readonly asks: AskedPair[] = [];
  private readonly open = new Map<string, { readonly question: RoutedQuestion; readonly asked: AskToMake[] }>();
  private readonly used = new Map<string, number>();
  private day = -1;
  private readonly memory: RoutingMemory;
  private readonly policy: Assignment;
  private readonly pickUps: PickUps;
  private readonly whenHere: boolean;

  /** @param whenHere whether people are asked when they show that they are here, or only as questions come */
  constructor(memory: RoutingMemory, policy: Assignment, pickUps: PickUps, whenHere: boolean) {
    this.memory = memory;
    this.policy = policy;
    this.pickUps = pickUps;
    this.whenHere = whenHere;
  }

  asked(question: RoutedQuestion): void {
    this.open.set(question.topicId, { question, asked: [] });
    this.decide(question.at, new Set([question.topicId]), NOBODY);
  }

  replied({ topicId, memberId, at }: RoutedReply): void {
    if (this.memory.pickUpsOf(topicId).length > 0) this.open.delete(topicId);
    if (this.whenHere && this.memory.person(memberId)) this.decide(at, NOBODY, new Set([memberId]));
  }

  private decide(now: number, arrived: ReadonlySet<string>, active: ReadonlySet<string>): void {
    const day = Math.floor(now / DAY);
    if (day !== this.day) this.used.clear();
    this.day = day;
    const people = new Map<string, AskablePerson>();
    for (const { memberId } of this.memory.people()) {
      const asksLeft = CAPS.perPerson - (this.used.get(memberId) ?? 0);
      people.set(memberId, { memberId, asksLeft, mutedTagIds: NO_TAGS });
    }
    // Where nobody is here, only what has just come is decided on.
    const open: OpenQuestion[] =
      active.size > 0 ? [...this.open.values()] : [...arrived].map((id) => this.open.get(id)!);
    for (const ask of this.policy.decide({ now, open, arrived, active, people, caps: CAPS })) {
      this.memory.askMade(ask);
      this.open.get(ask.topicId)?.asked.push(ask);
      this.used.set(ask.memberId, (this.used.get(ask.memberId) ?? 0) + 1);
      const answeredAt = this.pickUps.get(ask.topicId)?.get(ask.memberId) ?? Infinity;
      this.asks.push({ topicId: ask.topicId, memberId: ask.memberId, at: now, place: ask.place, answeredAt });
    }
  }
}
