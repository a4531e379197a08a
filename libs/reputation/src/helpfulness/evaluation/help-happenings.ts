import type { AnsweredRow, HelpRow } from '../help-read';
import type { HelpHistory } from './help-history';

/** Who lives through it. */
export interface HelpWitness {
  asked(thread: HelpRow): void;
  answered(thread: HelpRow, answer: AnsweredRow): void;
  /** A source's counts. */
  voted(answerId: string, up: number, down: number): void;
  /** @param stars what helpfulness makes of it */
  confirmed(answerId: string, solved: boolean, stars: number): void;
}

interface Happening {
  readonly at: number;
  readonly tell: (witness: HelpWitness) => void;
}

const DAY = 24 * 60 * 60_000;

/** Lets it happen again who helped whom, in the order of time. */
export class HelpHappenings {
  private readonly all: readonly Happening[];
  private next = 0;

  constructor(
    history: HelpHistory,
    private readonly witnesses: readonly HelpWitness[],
  ) {
    this.all = happeningsOf(history);
  }

  /** Everything before a moment has happened. */
  goTo(moment: number): void {
    for (let one = this.all[this.next]; one && one.at < moment; one = this.all[++this.next])
      for (const witness of this.witnesses) one.tell(witness);
  }
}

function happeningsOf({ threads, confirmations }: HelpHistory): Happening[] {
  const all: Happening[] = [];
  const answeredAt = new Map<string, number>();
  for (const thread of threads) {
    all.push({ at: thread.at, tell: (witness) => witness.asked(thread) });
    for (const answer of thread.answers) {
      answeredAt.set(answer.id, answer.at);
      all.push({ at: answer.at, tell: (witness) => witness.answered(thread, answer) });
      for (const { day, up, down } of answer.votes) {
        // What a day brought is known when it is over. Without days it is taken to have come with the answer.
        const at = day === null ? answer.at : Math.max(day + DAY, answer.at);
        all.push({ at, tell: (witness) => witness.voted(answer.id, up, down) });
      }
    }
  }
  for (const { at, answerId, kind, stars } of confirmations) {
    const known = answeredAt.get(answerId);
    if (known === undefined) continue;
    const tell = (witness: HelpWitness): void => witness.confirmed(answerId, kind === 'SOLVED', stars);
    all.push({ at: Math.max(at, known), tell });
  }
  // At the same moment what is spoken of comes first: the sort keeps the order in which they were added.
  return all.sort((a, b) => a.at - b.at);
}
