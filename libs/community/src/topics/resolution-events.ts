import { Injectable } from '@nestjs/common';
import { EventLog, type EventSpec, type Tx } from '@app/database';
import { LinkedAskers } from '../links/linked-askers';
import type { Viewer } from '../viewer/viewer';
import type { Resolver } from './topic-kind';

/** Who said that a topic is solved, before and after it was counted anew; null while nobody does. */
export interface Resolved {
  readonly id: string;
  readonly was: Resolver | null;
  readonly by: Resolver | null;
}

/** Tells that topics were resolved, or are no longer, and the askers of their duplicates that there is an answer. */
@Injectable()
export class ResolutionEvents {
  constructor(
    private readonly events: EventLog,
    private readonly askers: LinkedAskers,
  ) {}

  /** Of most changes there is nothing to tell. */
  async tell(tx: Tx, viewer: Viewer, counted: readonly Resolved[]): Promise<void> {
    const changed = counted.filter(({ was, by }) => (was === null) !== (by === null));
    if (changed.length === 0) return;
    await this.events.append(
      tx,
      viewer,
      ...changed.map(({ id, was, by }): EventSpec =>
        by
          ? { type: 'topic.resolved', subjectId: id, data: { by } }
          : { type: 'topic.unresolved', subjectId: id, data: { was } },
      ),
    );
    const solved = changed.filter(({ by }) => by !== null).map(({ id }) => id);
    if (solved.length > 0) await this.askers.tell(tx, viewer, solved);
  }
}
