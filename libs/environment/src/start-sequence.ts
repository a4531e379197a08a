/** A part of the product that runs until it is stopped. */
export interface Running {
  /** Finishes what is under way, takes nothing new, and lets go of everything. */
  stop(): Promise<void>;
}

class Interrupted extends Error {}

/** Starts parts one after the other and stops them in the opposite order, also when the start fails or is cut short. */
export class StartSequence implements Running {
  private readonly parts: Running[] = [];

  private constructor(private readonly stopping: AbortSignal) {}

  /**
   * @param stopping once aborted, no further step is begun
   * @returns what was started; when it was cut short, what there was until then
   */
  static async run(stopping: AbortSignal, work: (sequence: StartSequence) => Promise<void>): Promise<Running> {
    const sequence = new StartSequence(stopping);
    try {
      await work(sequence);
    } catch (error) {
      if (error instanceof Interrupted) return sequence;
      await sequence.stop();
      throw error;
    }
    return sequence;
  }

  /** Does one step; what it starts is stopped in its turn. */
  async step<T extends Running | void>(begin: () => Promise<T>): Promise<T> {
    if (this.stopping.aborted) throw new Interrupted();
    const part = await begin();
    if (part) this.parts.push(part);
    return part;
  }

  /** Every part is stopped, even when another fails to; the first failure is thrown in the end. */
  async stop(): Promise<void> {
    const failures: unknown[] = [];
    for (let part = this.parts.pop(); part; part = this.parts.pop()) {
      await part.stop().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}
