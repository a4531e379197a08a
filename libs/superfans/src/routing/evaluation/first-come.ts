import type { AskedPair } from './load-figures';

const DAY = 86_400_000;

/** The plain way to ask under caps: the best that are left, question by question as they come. */
export class FirstCome {
  readonly asks: AskedPair[] = [];
  private used = new Map<string, number>();
  private day = -1;

  constructor(
    /** Asks a person a day. */
    private readonly perPerson: number,
    /** Asks a question. */
    private readonly perQuestion: number,
  ) {}

  /** @param ranked the best first @param answers when whom answered, in milliseconds since 1970 */
  ask(
    question: { readonly topicId: string; readonly at: number },
    ranked: readonly string[],
    answers: ReadonlyMap<string, number> | undefined,
  ): void {
    const day = Math.floor(question.at / DAY);
    if (day !== this.day) this.used = new Map();
    this.day = day;
    const free = ranked.filter((memberId) => (this.used.get(memberId) ?? 0) < this.perPerson);
    for (const memberId of free.slice(0, this.perQuestion)) {
      this.used.set(memberId, (this.used.get(memberId) ?? 0) + 1);
      this.asks.push({ ...question, memberId, place: 'FIRST', answeredAt: answers?.get(memberId) ?? Infinity });
    }
  }
}
