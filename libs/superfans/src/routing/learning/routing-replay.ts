import type { RoutedQuestion, RoutedReply } from '../routed-question.ts';
import type { RoutingMemory } from '../routing-memory.ts';
import type { LikeSource, RoutingPast } from './routing-past.ts';

/** Who is told of each thing as it happens again, after the memory was told. */
export interface RoutingWitness {
  asked?(question: RoutedQuestion): void;
  replied?(reply: RoutedReply): void;
}

/** Lets what a community went through happen again, one thing after the other. */
export class RoutingReplay {
  private nextQuestion = 0;
  private nextReply = 0;
  private readonly past: RoutingPast;
  private readonly memory: RoutingMemory;
  private readonly like: LikeSource;

  constructor(past: RoutingPast, memory: RoutingMemory, like: LikeSource) {
    this.past = past;
    this.memory = memory;
    this.like = like;
  }

  /** Goes on until everything before a moment has happened; yields after each question. */
  *goTo(moment: number, witness: RoutingWitness = {}): Generator<RoutedQuestion> {
    const { questions, replies } = this.past;
    for (;;) {
      const question = questions[this.nextQuestion];
      const reply = replies[this.nextReply];
      if (reply && reply.at < moment && (!question || reply.at < question.at)) {
        this.nextReply++;
        this.memory.replied(reply);
        witness.replied?.(reply);
      } else if (question && question.at < moment) {
        this.nextQuestion++;
        const asked = { ...question, like: this.like.likeAt(question) };
        this.memory.asked(asked);
        witness.asked?.(asked);
        yield asked;
      } else {
        return;
      }
    }
  }
}
