/** A question of a day, and who of those that may be asked answered it. */
export interface Answerable {
  readonly day: number;
  readonly memberIds: readonly string[];
}

/** The most questions of which one true answerer can be asked when nobody gets more than `cap` asks a day: a matching. */
export function mostHits(questions: readonly Answerable[], cap: number): number {
  let hits = 0;
  for (const ofDay of Map.groupBy(questions, ({ day }) => day).values()) hits += new DayMatch(ofDay, cap).size();
  return hits;
}

class DayMatch {
  /** By person: the questions that they are asked about. */
  private readonly taken = new Map<string, number[]>();
  private readonly questions: readonly Answerable[];
  private readonly cap: number;

  constructor(questions: readonly Answerable[], cap: number) {
    this.questions = questions;
    this.cap = cap;
  }

  size(): number {
    return this.questions.filter((_, question) => this.place(question, new Set())).length;
  }

  /** Finds someone for a question, if need be by moving others: augmenting paths. */
  private place(question: number, tried: Set<string>): boolean {
    for (const memberId of this.questions[question]!.memberIds) {
      if (tried.has(memberId)) continue;
      tried.add(memberId);
      const theirs = this.taken.get(memberId) ?? [];
      this.taken.set(memberId, theirs);
      if (theirs.length < this.cap) {
        theirs.push(question);
        return true;
      }
      const moved = theirs.findIndex((other) => this.place(other, tried));
      if (moved < 0) continue;
      theirs[moved] = question;
      return true;
    }
    return false;
  }
}
