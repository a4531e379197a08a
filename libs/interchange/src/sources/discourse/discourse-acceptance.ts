import { Fields } from '../rows/fields';

/** What a topic tells of its accepted answers: one object, or (since there may be several) a list of posts. */
export class DiscourseAcceptance {
  private readonly answers: readonly Fields[];

  /** @throws RowFault where it tells it in a way that nobody knows */
  constructor(topic: Fields) {
    const one = topic.value('accepted_answer');
    const answers = [...(typeof one === 'object' && one !== null ? [one] : []), ...topic.list('accepted_answers')];
    this.answers = answers.map((answer) => Fields.of(answer));
  }

  /** The numbers of the accepted posts. */
  get numbers(): ReadonlySet<number> {
    return new Set(this.answers.flatMap((answer) => answer.integer('post_number') ?? []));
  }

  /** Who accepted the post, as far as it is told; when is never told. */
  accepterOf(number: number): Fields | null {
    return this.answers.find((fields) => fields.integer('post_number') === number)?.inner('accepter') ?? null;
  }
}
