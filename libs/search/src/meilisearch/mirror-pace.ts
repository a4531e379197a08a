/** How long something that can be gone on with goes on. */
export interface MirrorPace {
  /** Whether there is time for more. */
  readonly inTime: () => boolean;
  /** To be called every now and then: says that somebody is still at it. */
  readonly beat: () => Promise<void>;
}
