/** The questions that were closed as duplicates of others. Kept in memory: of each its id and where it leads. */
export class Duplicates {
  private readonly targets = new Map<string, string[]>();
  /** Titles of what duplicates lead to, as far as they have been read. */
  private readonly titles = new Map<string, string | null>();
  private readonly merged = new Map<string, { readonly by: string; readonly root: string }>();

  /** A link says that one question is a duplicate of another. */
  add(question: string, target: string): void {
    if (question === target) return;
    this.targets.set(question, [...(this.targets.get(question) ?? []), target]);
    this.titles.set(target, null);
  }

  /** Whether the one was called a duplicate of the other. */
  has(question: string, target: string): boolean {
    return this.targets.get(question)?.includes(target) ?? false;
  }

  /** What a question is called. */
  remember(question: string, title: string | null): void {
    if (this.titles.has(question)) this.titles.set(question, title);
  }

  /** Why a question was closed, where it was as a duplicate. An older target is named by its title. */
  reasonOf(question: string): string | null {
    const targets = this.targets.get(question);
    if (!targets) return null;
    const names = targets.map((target) => {
      const title = this.titles.get(target);
      return title ? `“${title}”` : `question ${target}`;
    });
    return `Duplicate of ${names.join(' and ')}`;
  }

  /**
   * Merges every duplicate into the end of the chain that it leads into. One in a circle, or one that leads to
   * nothing, stays where it is.
   */
  merge(exists: (question: string) => boolean): void {
    for (const [question, targets] of this.targets) {
      const by = targets.find(exists);
      const root = this.endOf(question, exists);
      if (by !== undefined && root !== null && exists(question)) this.merged.set(question, { by, root });
    }
  }

  /** The question that this one is merged into; null where it is merged into none. */
  rootOf(question: string): string | null {
    return this.merged.get(question)?.root ?? null;
  }

  /** Whether it is this link that a question is merged by. */
  mergedBy(question: string, target: string): boolean {
    return this.merged.get(question)?.by === target;
  }

  private endOf(question: string, exists: (question: string) => boolean): string | null {
    const passed = new Set<string>();
    let end = question;
    for (let next: string | undefined = question; next !== undefined; next = this.targets.get(end)?.find(exists)) {
      if (passed.has(next)) return null;
      passed.add(next);
      end = next;
    }
    return end;
  }
}
