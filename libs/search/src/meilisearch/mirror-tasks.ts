import { setTimeout as pause } from 'node:timers/promises';
import type { EnqueuedTask, Task } from 'meilisearch';
import { EngineDown } from '../engine/engine-down';
import type { MeiliConnection } from './meili-connection';

/** How long a task may take, in milliseconds; one that takes longer is stuck, or stands behind one that is. */
const LIMIT_MS = 60_000;
const FIRST_PAUSE_MS = 15;
const LONGEST_PAUSE_MS = 400;
/** More unfinished tasks than that, and nothing is added to them. */
const MOST_WAITING = 100;

/** Waits for what Meilisearch has accepted until it is done: accepted is not applied. */
export class MirrorTasks {
  constructor(
    private readonly connection: MeiliConnection,
    private readonly limitMs = LIMIT_MS,
  ) {}

  /**
   * The tasks as they ended, in the order given: succeeded or failed.
   * @param beat called every now and then
   * @throws EngineDown where they do not end in time
   */
  async ended(tasks: readonly EnqueuedTask[], beat: () => Promise<void> = async () => undefined): Promise<Task[]> {
    const uids = tasks.map(({ taskUid }) => taskUid);
    const started = performance.now();
    for (let ms = FIRST_PAUSE_MS; uids.length > 0; ms = Math.min(ms * 1.5, LONGEST_PAUSE_MS)) {
      await pause(ms);
      const { results } = await this.connection.write((client) => client.tasks.getTasks({ uids, limit: uids.length }));
      if (results.length < uids.length) throw new EngineDown('Meilisearch has forgotten tasks that it had accepted.');
      if (results.every(isOver)) return uids.flatMap((uid) => results.filter((task) => task.uid === uid));
      if (performance.now() - started > this.limitMs) throw new EngineDown('Meilisearch takes too long for its tasks.');
      await beat();
    }
    return [];
  }

  /** Waits for one task. @throws EngineDown where it fails, but for the given error code */
  async done(task: EnqueuedTask, tolerated?: string): Promise<void> {
    const [ended] = await this.ended([task]);
    if (ended?.status === 'succeeded' || (tolerated && ended?.error?.code === tolerated)) return;
    throw new EngineDown(`Meilisearch failed at ${ended?.type ?? 'a task'}: ${ended?.error?.message ?? 'canceled'}`);
  }

  /** @throws EngineDown where so much waits to be done already that more would only pile up */
  async requireRoom(indexUids: string[]): Promise<void> {
    const { total } = await this.connection.write((client) =>
      client.tasks.getTasks({ indexUids, statuses: ['enqueued', 'processing'], limit: 1 }),
    );
    if (total > MOST_WAITING) throw new EngineDown(`Meilisearch has ${total} tasks to do.`);
  }
}

function isOver({ status }: Task): boolean {
  return status !== 'enqueued' && status !== 'processing';
}
