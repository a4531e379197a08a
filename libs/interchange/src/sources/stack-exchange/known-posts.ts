import type { On } from '../../format/record-parts';
import { KnownIds } from '../rows/known-ids';

/** Which posts of a dump are what: votes, comments and links name posts by their ids alone. */
export class KnownPosts {
  readonly questions = new KnownIds();
  readonly answers = new KnownIds();
  private readonly leftOut = new KnownIds();
  private readonly accepted = new KnownIds();
  private readonly marked = new KnownIds();
  private unmarked = 0;

  /** A post that is imported as none. */
  leaveOut(id: string): void {
    this.leftOut.add(id);
  }

  /** Whether there is such a post at all: dumps hold the votes of deleted posts, too. */
  has(id: string): boolean {
    return this.questions.has(id) || this.answers.has(id) || this.leftOut.has(id);
  }

  /** What the id stands for; null where it is none that is imported. */
  on(id: string): On | null {
    if (this.questions.has(id)) return { topic: id };
    return this.answers.has(id) ? { answer: id } : null;
  }

  /** The asker has accepted this answer. */
  accept(answer: string): void {
    if (this.accepted.add(answer)) this.unmarked++;
  }

  /** Whether an answer is accepted, and this is the first that asks. */
  mark(answer: string): boolean {
    if (!this.accepted.has(answer) || !this.marked.add(answer)) return false;
    this.unmarked--;
    return true;
  }

  /** Whether an accepted answer has not been asked for yet. */
  get someUnmarked(): boolean {
    return this.unmarked > 0;
  }
}
