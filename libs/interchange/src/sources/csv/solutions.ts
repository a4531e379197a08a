import { KnownIds } from '../rows/known-ids';

/** Answers that topics name as their solutions: marked when their own row comes, which says when they were given. */
export class Solutions {
  private readonly named = new KnownIds();
  private readonly met = new KnownIds();
  /** How many have been named and have not come. */
  missing = 0;

  name(answer: string): void {
    if (this.named.add(answer)) this.missing++;
  }

  /** Whether this answer is one. */
  meet(answer: string): boolean {
    if (!this.named.has(answer)) return false;
    if (this.met.add(answer)) this.missing--;
    return true;
  }
}
