import { Injectable } from '@nestjs/common';
import { MeilisearchApiError } from 'meilisearch';
import { uuid } from './index-of-kind';
import { MeiliConnection } from './meili-connection';
import type { MirrorTarget } from './mirror-target';
import { MirrorTasks } from './mirror-tasks';

/** How far a community has been mirrored. */
export interface MirrorState {
  /** The revision of the feed up to which everything is there. */
  readonly position: number;
  /** Whether everything has been there once: before that, searching finds too little. */
  readonly ready: boolean;
}

/** The community's place in a set of indexes. */
export interface StatePlace {
  readonly target: MirrorTarget;
  readonly generation: string;
  readonly communityId: string;
}

const NOTHING: MirrorState = { position: 0, ready: false };
const PAGE = 1_000;

/**
 * How far each community has been mirrored is kept in Meilisearch itself, beside what it tells of: an instance that was
 * emptied, replaced or put back to yesterday knows how far it is. Of another generation it tells nothing.
 */
@Injectable()
export class MirrorStates {
  private readonly tasks: MirrorTasks;

  constructor(private readonly connection: MeiliConnection) {
    this.tasks = new MirrorTasks(connection);
  }

  async read(place: StatePlace): Promise<MirrorState> {
    try {
      return await this.connection.write((client) =>
        client.index<MirrorState>(place.target.uid('state')).getDocument(keyOf(place)),
      );
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.response.status === 404) return NOTHING;
      throw error;
    }
  }

  /** Of all communities, by their ids. */
  async readAll(target: MirrorTarget, generation: string): Promise<Map<string, MirrorState>> {
    const states = new Map<string, MirrorState>();
    for (let offset = 0; ; offset += PAGE) {
      const { results } = await this.connection.write((client) =>
        client
          .index<MirrorState & { community_id?: string; generation?: string }>(target.uid('state'))
          .getDocuments({ offset, limit: PAGE }),
      );
      for (const state of results) {
        if (state.generation === generation && state.community_id) states.set(state.community_id, state);
      }
      if (results.length < PAGE) return states;
    }
  }

  async write(place: StatePlace, { position, ready }: MirrorState): Promise<void> {
    const { generation, communityId } = place;
    const document = { key: keyOf(place), community_id: communityId, generation, position, ready };
    const task = await this.connection.write((client) =>
      client.index(place.target.uid('state')).addDocuments([document]),
    );
    await this.tasks.done(task);
  }
}

function keyOf({ communityId, generation }: StatePlace): string {
  return `${uuid(communityId)}_${generation}`;
}
