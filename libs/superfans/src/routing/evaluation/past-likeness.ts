import { Replay, type History, type WordVectors } from '@app/similarity';
import type { LikeSource } from '../learning/routing-past';
import type { LikeThread, RoutedQuestion } from '../routed-question';

const NEAREST = 200;

interface Likest {
  readonly threads: Int32Array;
  readonly likeness: Float32Array;
}

/** Which earlier threads were like each question when it was asked; each is compared once. */
export class PastLikeness implements LikeSource {
  private readonly found = new Map<string, Likest>();
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly replay: Replay;

  constructor(
    private readonly history: History,
    vectors: WordVectors,
  ) {
    this.numbers = new Map(history.threads.map(({ id }, number) => [id, number]));
    this.replay = new Replay(history, vectors);
  }

  likeAt({ topicId }: Pick<RoutedQuestion, 'topicId'>): readonly LikeThread[] {
    let likest = this.found.get(topicId);
    if (!likest) this.found.set(topicId, (likest = this.compare(this.numbers.get(topicId)!)));
    const { threads, likeness } = likest;
    return Array.from(threads, (thread, place) => ({
      topicId: this.history.threads[thread]!.id,
      likeness: likeness[place]!,
    }));
  }

  private compare(number: number): Likest {
    const { at, title, body } = this.history.threads[number]!;
    this.replay.goTo(at);
    const likest = this.replay.memory.likest(title, body, NEAREST);
    return {
      threads: Int32Array.from(likest, ({ thread }) => thread),
      likeness: Float32Array.from(likest, ({ likeness }) => likeness),
    };
  }
}
