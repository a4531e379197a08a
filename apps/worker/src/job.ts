/** Something to be done later. It may run twice, or long after it was asked for: it must bear both. */
export interface Job<Payload = unknown> {
  /** The name by which it is added. */
  readonly task: string;
  /** When it is done without being asked for, as five fields of cron in UTC; not at all where it is left out. */
  readonly cron?: string;
  /** Whether it is also done, without being asked for, when a worker starts. */
  readonly atStart?: boolean;
  /** Does it. Where it takes long it comes to an end soon after `stopping`, and sees to it that the rest is done later. */
  run(payload: Payload, stopping: AbortSignal): Promise<void>;
}
