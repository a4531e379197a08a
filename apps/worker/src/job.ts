/** Something to be done later. It may run twice, or long after it was asked for: it must bear both. */
export interface Job<Payload = unknown> {
  /** The name by which it is added. */
  readonly task: string;
  run(payload: Payload): Promise<void>;
}
