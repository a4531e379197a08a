import { Injectable } from '@nestjs/common';
import { MeilisearchApiError, type EnqueuedTask, type Meilisearch } from 'meilisearch';
import { INDEX_NAMES, INDEX_SETTINGS, SETTINGS_VERSION } from './index-settings';
import { MeiliConnection } from './meili-connection';
import { MirrorTarget } from './mirror-target';
import { MirrorTasks } from './mirror-tasks';

/** What an instance holds. */
export interface IndexesFound {
  /** Changes whenever the indexes are others than before: made anew, swapped, of another instance. */
  readonly generation: string;
  /** The version of the settings that they were made with. */
  readonly version: number;
}

const SETTINGS_KEY = 'settings';

/** Makes the indexes where there are none, as their settings say. */
@Injectable()
export class MirrorIndexes {
  private readonly tasks: MirrorTasks;
  readonly live: MirrorTarget;
  readonly building: MirrorTarget;

  constructor(private readonly connection: MeiliConnection) {
    this.tasks = new MirrorTasks(connection);
    this.live = MirrorTarget.live(connection.prefix);
    this.building = MirrorTarget.building(connection.prefix);
  }

  /** What is there; what is not, or was left half made, is made. @throws EngineDown */
  async ensure(target: MirrorTarget): Promise<IndexesFound> {
    const found = await this.find(target);
    if (found) return found;
    await this.create(target);
    const made = await this.find(target);
    if (!made) throw new TypeError('Indexes that were just made must be there.');
    return made;
  }

  /** null where not all of them are there. @throws EngineDown */
  async find(target: MirrorTarget): Promise<IndexesFound | null> {
    const { results } = await this.connection.write((client) => client.getRawIndexes({ limit: 1_000 }));
    const uids = new Set(results.map(({ uid }) => uid));
    if (!INDEX_NAMES.every((name) => uids.has(target.uid(name)))) return null;
    const state = results.find(({ uid }) => uid === target.uid('state'));
    const version = await this.version(target);
    return state && version !== null ? { generation: state.createdAt.replace(/[^0-9a-zA-Z]/g, ''), version } : null;
  }

  /** Puts what was built in the place of what is searched, all at once, and removes what was searched. */
  async swap(): Promise<void> {
    const pairs = INDEX_NAMES.map((name) => ({
      indexes: [this.live.uid(name), this.building.uid(name)] as [string, string],
      rename: false,
    }));
    await this.tasks.done(await this.connection.write((client) => client.swapIndexes(pairs)));
    await this.remove(this.building);
  }

  async remove(target: MirrorTarget): Promise<void> {
    for (const name of INDEX_NAMES) {
      await this.do((client) => client.deleteIndex(target.uid(name)), 'index_not_found');
    }
  }

  private async version(target: MirrorTarget): Promise<number | null> {
    try {
      const found = await this.connection.write((client) =>
        client.index<{ version: number }>(target.uid('state')).getDocument(SETTINGS_KEY),
      );
      return found.version;
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.response.status === 404) return null;
      throw error;
    }
  }

  /** That the settings hold is written last, so that what was interrupted is done again. */
  private async create(target: MirrorTarget): Promise<void> {
    for (const name of INDEX_NAMES) {
      const uid = target.uid(name);
      await this.do((client) => client.createIndex(uid, { primaryKey: 'key' }), 'index_already_exists');
      await this.do((client) => client.index(uid).updateSettings(INDEX_SETTINGS[name]));
    }
    const settings = [{ key: SETTINGS_KEY, version: SETTINGS_VERSION }];
    await this.do((client) => client.index(target.uid('state')).addDocuments(settings));
  }

  private async do(work: (client: Meilisearch) => Promise<EnqueuedTask>, tolerated?: string): Promise<void> {
    await this.tasks.done(await this.connection.write(work), tolerated);
  }
}
