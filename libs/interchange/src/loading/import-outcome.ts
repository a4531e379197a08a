import type { RecordKind } from '../format/interchange-record';

/** What has become of the records of one kind. */
export interface KindOutcome {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Edited here since, or erased: left as they are. */
  readonly kept: number;
}

/** One step of publishing. */
export interface PublishStep {
  readonly name: string;
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** A step that is done. */
export interface DoneStep {
  readonly name: string;
  readonly milliseconds: number;
}

/** Something that was counted by its name. */
export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

/** What an import has done, or would do. */
export interface ImportOutcome {
  readonly communityId: string;
  /** Whether the community has begun with this import; it has no admin then. */
  readonly founded: boolean;
  /** Only of kinds that the source has. */
  readonly kinds: Readonly<Partial<Record<RecordKind, KindOutcome>>>;
  /** By reason, the most frequent first. */
  readonly rejected: readonly NamedCount[];
  readonly leftOut: readonly NamedCount[];
  readonly steps: readonly DoneStep[];
}

/** How to publish. */
export interface Publishing {
  /** Does everything, says what came of it, and takes it back. */
  readonly dryRun: boolean;
  /** Called when a step begins. */
  readonly onStep: (step: PublishStep) => void;
}
