import type { AskPlace, AskToMake, OpenQuestion, RoutingMoment } from './assignment.ts';
import type { RankedPerson } from './ranked-person.ts';

/** Somebody who may be asked about a question. */
export interface AskChance {
  readonly open: OpenQuestion;
  readonly person: RankedPerson;
  readonly place: AskPlace;
}

/** What is left of somebody's chance to answer who has said nothing for as long as three of four take who do. */
const SILENT = 1 / 4;

/** What was asked so far, this round of asks included, and what one more is worth. */
export class AskRound {
  readonly moment: RoutingMoment;
  private readonly unanswered = new Map<string, number>();
  private readonly asked = new Map<string, Set<string>>();
  /** How many people may be asked of each question when the round is over. */
  private readonly most = new Map<string, number>();
  private readonly asks = new Map<string, number>();

  constructor(moment: RoutingMoment, usual: number) {
    this.moment = moment;
    const { perQuestion } = moment.caps;
    for (const { question, asked } of moment.open) {
      const { topicId } = question;
      const again = moment.again?.has(topicId) ?? false;
      this.asked.set(topicId, new Set(asked.map(({ memberId }) => memberId)));
      this.most.set(topicId, again ? Math.min(perQuestion, asked.length + 1) : perQuestion);
      const left = again ? SILENT : 1;
      this.unanswered.set(
        topicId,
        asked.reduce((unanswered, { p = usual }) => unanswered * (1 - p * left), 1),
      );
    }
  }

  worth({ open, person }: AskChance): number {
    return person.p * this.unanswered.get(open.question.topicId)!;
  }

  asksOf(memberId: string): number {
    return this.asks.get(memberId) ?? 0;
  }

  asksLeft(memberId: string): number {
    return (this.moment.people.get(memberId)?.asksLeft ?? 0) - this.asksOf(memberId);
  }

  /** Whether the question may be asked of this person: nobody is asked twice, nobody about a tag that they muted. */
  canAsk({ question }: OpenQuestion, memberId: string): boolean {
    const person = this.moment.people.get(memberId);
    const asked = this.asked.get(question.topicId)!;
    return (
      person !== undefined &&
      asked.size < this.most.get(question.topicId)! &&
      !asked.has(memberId) &&
      !question.tagIds.some((tagId) => person.mutedTagIds.has(tagId))
    );
  }

  ask({ open: { question }, person, place }: AskChance): AskToMake {
    const { topicId } = question;
    const { memberId, p } = person;
    this.asked.get(topicId)!.add(memberId);
    this.unanswered.set(topicId, this.unanswered.get(topicId)! * (1 - p));
    this.asks.set(memberId, this.asksOf(memberId) + 1);
    return { topicId, memberId, at: this.moment.now, p, place, person };
  }
}
