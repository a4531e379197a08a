import type { AskToMake } from '../../routing/assignment';
import type { RoutedQuestion } from '../../routing/routed-question';

/** What is kept of a topic while it waits. */
interface Waiting {
  readonly question: RoutedQuestion;
  /** Whether it was compared by what was said. */
  readonly byWords: boolean;
  /** By member who was asked by this process: how likely they were to answer. It is kept nowhere else. */
  readonly chances: Map<string, number>;
}

/** The topics of a community that wait, as the router looked at them when it first did. */
export class WaitingQuestions {
  private readonly waiting = new Map<string, Waiting>();

  of(topicId: string): RoutedQuestion | undefined {
    return this.waiting.get(topicId)?.question;
  }

  put(question: RoutedQuestion, byWords: boolean): void {
    this.waiting.set(question.topicId, { question, byWords, chances: new Map() });
  }

  /** Asks with the reasons that may be told: what was not compared by words is not called similar. */
  told(topicId: string, asks: readonly AskToMake[]): readonly AskToMake[] {
    if (this.waiting.get(topicId)?.byWords) return asks;
    return asks.map((ask) => {
      const reasons = { ...ask.person.reasons, similarAnswered: 0 };
      return { ...ask, person: { ...ask.person, reasons } };
    });
  }

  /** Somebody was asked. */
  asked(topicId: string, memberId: string, p: number): void {
    this.waiting.get(topicId)?.chances.set(memberId, p);
  }

  /** How likely somebody was to answer when they were asked; undefined where another process asked them. */
  chanceOf(topicId: string, memberId: string): number | undefined {
    return this.waiting.get(topicId)?.chances.get(memberId);
  }

  /** Takes over what others were kept by; what was not compared by words is compared anew. */
  takeOver({ waiting }: WaitingQuestions): void {
    for (const [topicId, one] of waiting) if (one.byWords) this.waiting.set(topicId, one);
  }

  /** Forgets all topics but these. */
  keep(topicIds: ReadonlySet<string>): void {
    for (const topicId of this.waiting.keys()) if (!topicIds.has(topicId)) this.waiting.delete(topicId);
  }
}
