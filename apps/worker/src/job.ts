/** Something to be done later. It may run twice, or long after it was asked for: it must bear both. */
export interface Job<Payload = unknown> {
  /** The name by which it is added. */
  readonly task: string;
  /** When it is done without being asked for, as five fields of cron in UTC; not at all where it is left out. */
  readonly cron?: string;
  /** @param signal the process is to stop: what takes long ends, and is done anew the next time */
  run(payload: Payload, signal?: AbortSignal): Promise<void>;
}
