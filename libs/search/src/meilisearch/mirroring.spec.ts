import { newId } from '@app/kernel';
import { MirrorCheck } from '../../../../test/support/meili/mirror-check';
import { MirrorHouse } from '../../../../test/support/meili/mirror-house';
import { FaultyProxy } from '../../../../test/support/meili/faulty-proxy';
import { describeWithMeili, placeInMeili, removeFromMeili } from '../../../../test/support/meili/real-meili';
import type { DocumentRef } from '../documents/search-document';
import { EngineDown } from '../engine/engine-down';
import { PostgresIndex } from '../postgres/postgres.index';
import { SETTINGS_VERSION } from './index-settings';

describeWithMeili('the copy in Meilisearch', () => {
  let place: Awaited<ReturnType<typeof placeInMeili>>;
  let proxy: FaultyProxy;
  let house: MirrorHouse;
  let communityId: string;
  let check: MirrorCheck;

  beforeAll(async () => {
    place = await placeInMeili();
    proxy = await FaultyProxy.start(place.host.replace(/\/$/, ''));
    const limits = { searchMs: 5_000, writeMs: 4_000, breaker: { failures: 3, pauseMs: 20 } };
    house = await MirrorHouse.open({ ...place, host: proxy.host, ...limits });
  });
  afterAll(async () => {
    await proxy.stop();
    await removeFromMeili(place);
    await house.close();
  });
  beforeEach(async () => {
    proxy.behaviour = 'FINE';
    communityId = (await house.founder.community()).key;
    check = new MirrorCheck(house.founder, communityId, place);
  });

  /** A tag, indexed. */
  const tag = async (name: string): Promise<DocumentRef> => {
    const ref: DocumentRef = { kind: 'TAG', id: newId() };
    const insert = 'INSERT INTO tags (community_id, id, name) VALUES ($1, $2, $3)';
    await house.founder.sql(communityId, insert, [communityId, ref.id, name]);
    await index(ref);
    return ref;
  };
  const index = (...refs: DocumentRef[]): Promise<void> =>
    house.transactor.run(communityId, async (tx) => {
      const documents = await house.documents.read(tx, communityId, refs);
      const found = new Set(documents.map(({ id }) => id));
      const removed = refs.filter(({ id }) => !found.has(id));
      await new PostgresIndex().write(tx, communityId, documents, removed);
    });
  const drop = async (ref: DocumentRef): Promise<void> => {
    await house.founder.sql(communityId, 'DELETE FROM tags WHERE community_id = $1 AND id = $2', [communityId, ref.id]);
    await index(ref);
  };
  const complete = (text: string): Promise<string[]> =>
    house.engine.complete({ communityId, kind: 'TAG', text, limit: 10 });
  const jobs = async (task: string): Promise<number> => {
    const rows = await house.founder.sql<{ n: number }>(
      communityId,
      `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = $1 AND (key LIKE '%' || $2 OR $2 = '')`,
      [task, task.endsWith('mirrors') ? '' : communityId],
    );
    return rows[0]?.n ?? 0;
  };

  it('follows what is written and taken away', async () => {
    const [first, second] = [await tag('alpha'), await tag('alpine')];
    await house.mirroring.mirror(communityId);
    expect((await complete('alp')).toSorted()).toEqual([first.id, second.id].toSorted());
    await drop(first);
    const third = await tag('albatross');
    await house.mirroring.mirror(communityId);
    expect((await complete('al')).toSorted()).toEqual([second.id, third.id].toSorted());
    expect(await check.differences()).toEqual({ missing: [], surplus: [] });
  });

  it('is asked for in the transaction of the change that it follows', async () => {
    await house.transactor.run(communityId, (tx) => house.jobs.indexed(tx, communityId));
    await house.transactor.run(communityId, (tx) => house.jobs.indexed(tx, communityId));
    expect(await jobs('mirror_search')).toBe(1);
  });

  it('is written by one process at a time; another one comes back', async () => {
    await tag('alpha');
    await Promise.all([house.mirroring.mirror(communityId), house.mirroring.mirror(communityId)]);
    expect(await jobs('mirror_search')).toBe(1);
    expect(await check.differences()).toEqual({ missing: [], surplus: [] });
  });

  it.each(['SILENT', 'BROKEN', 'FULL', 'GARBAGE', 'CUT'] as const)(
    'that could not be written (%s) is tried again, and is not searched while it is old',
    async (behaviour) => {
      await tag('alpha');
      await house.mirroring.mirror(communityId);
      await expect(complete('alp')).resolves.toHaveLength(1);
      const added = await tag('alpine');
      proxy.behaviour = behaviour;
      await house.mirroring.mirror(communityId);
      expect(await jobs('follow_mirrors')).toBeGreaterThan(0);
      proxy.behaviour = 'FINE';
      const past = `UPDATE search_mirrors SET behind_since = behind_since - interval '1 minute' WHERE community_id = $1`;
      await house.founder.sql(communityId, past, [communityId]);
      await expect(complete('alp')).rejects.toThrow(EngineDown);
      await untilWritable();
      await house.mirroring.mirror(communityId);
      await expect(complete('alp')).resolves.toContain(added.id);
      expect(await jobs('sweep_mirror')).toBe(1);
      expect(await check.differences()).toEqual({ missing: [], surplus: [] });
    },
  );

  /** Until the breaker lets somebody through again. */
  const untilWritable = async (): Promise<void> => {
    while (!(await house.indexes.find(house.indexes.live).catch(() => null)));
    while (!(await complete('x').catch((error: Error) => /up to date/.test(error.message))));
  };

  it('is found to be late by whoever looks', async () => {
    await house.followUp.follow();
    expect(await jobs('mirror_search')).toBe(1);
    await house.founder.sql(communityId, `SELECT graphile_worker.remove_job($1)`, [`mirror_search:${communityId}`]);
    await tag('alpha');
    await house.mirroring.mirror(communityId);
    await house.followUp.follow();
    expect(await jobs('mirror_search')).toBe(0);
    await tag('beta');
    await house.followUp.follow();
    expect(await jobs('mirror_search')).toBe(1);
  });

  it('is filled again where its indexes are gone', async () => {
    const kept = await tag('alpha');
    await house.mirroring.mirror(communityId);
    for (const { uid } of (await check.client.getRawIndexes({ limit: 100 })).results) {
      if (uid.startsWith(place.prefix)) await check.client.deleteIndex(uid).waitTask();
    }
    await expect(complete('alp')).rejects.toThrow(EngineDown);
    await house.followUp.follow();
    await expect(complete('alp')).rejects.toThrow('does not hold everything');
    expect(await jobs('mirror_search')).toBe(1);
    await house.mirroring.mirror(communityId);
    await expect(complete('alp')).resolves.toEqual([kept.id]);
  });

  it('is filled again where the database was put back to an older state', async () => {
    const first = await tag('alpha');
    await tag('alpine');
    await house.mirroring.mirror(communityId);
    const back = 'DELETE FROM search_documents WHERE community_id = $1 AND id <> $2';
    await house.founder.sql(communityId, back, [communityId, first.id]);
    await house.founder.sql(communityId, 'DELETE FROM tags WHERE community_id = $1 AND id <> $2', [
      communityId,
      first.id,
    ]);
    await house.followUp.follow();
    expect(await jobs('mirror_search')).toBe(1);
    await house.mirroring.mirror(communityId);
    await house.repairing.repair({ communityId });
    expect(await check.differences()).toEqual({ missing: [], surplus: [] });
  });

  it('is compared with the database, and repaired both ways', async () => {
    const refs: DocumentRef[] = [];
    for (let i = 0; i < 6; i++) refs.push(await tag(`tag-${i}`));
    await house.mirroring.mirror(communityId);
    const index = check.client.index(check.uid('TAG'));
    const key = (place: number): string => `${communityId}_${refs[place]?.id}`;
    await index.deleteDocument(key(0)).waitTask();
    await index.updateDocuments([{ key: key(1), revision: 1, name: 'old' }]).waitTask();
    const foreign = { id: newId(), community_id: communityId, name: 'tag-x', names: ['tag-x'] };
    await index.addDocuments([{ ...foreign, key: `${communityId}_${foreign.id}`, revision: 999_999 }]).waitTask();
    const other = await index.getDocuments({ filter: `community_id != "${communityId}"`, limit: 1_000 });
    expect(await check.differences()).not.toEqual({ missing: [], surplus: [] });
    await house.repairing.repair({ communityId });
    expect(await check.differences()).toEqual({ missing: [], surplus: [] });
    expect((await complete('tag')).toSorted()).toEqual(refs.map(({ id }) => id).toSorted());
    expect((await index.getDocuments({ filter: `community_id != "${communityId}"`, limit: 1_000 })).total).toBe(
      other.total,
    );
  });

  it('is built anew beside itself where its settings are old, and is searched meanwhile', async () => {
    const kept = await tag('alpha');
    await house.mirroring.mirror(communityId);
    const before = await house.indexes.ensure(house.indexes.live);
    const state = check.client.index(`${place.prefix}state`);
    await state.addDocuments([{ key: 'settings', version: SETTINGS_VERSION - 1 }]).waitTask();
    await house.followUp.follow();
    expect(await jobs('rebuild_mirrors')).toBe(1);

    let searching = true;
    const searched = (async () => {
      while (searching) expect(await complete('alp')).toEqual([kept.id]);
    })();
    await house.rebuilding.goOn();
    searching = false;
    await searched;

    const after = await house.indexes.ensure(house.indexes.live);
    expect(after.version).toBe(SETTINGS_VERSION);
    expect(after.generation).not.toBe(before.generation);
    expect(await house.indexes.find(house.indexes.building)).toBeNull();
    expect(await jobs('sweep_mirror')).toBe(1);
    await tag('alpine');
    await house.mirroring.mirror(communityId);
    expect(await check.differences()).toEqual({ missing: [], surplus: [] });
  });

  it('goes on with a rebuilding that was stopped, and tells how far it is', async () => {
    for (let i = 0; i < 3; i++) await tag(`tag-${i}`);
    const stopping = new AbortController();
    await house.rebuilding.rebuild(() => stopping.abort(), stopping.signal);
    const begun = await house.indexes.find(house.indexes.building);
    expect(begun).not.toBeNull();
    const told: number[] = [];
    await expect(house.rebuilding.rebuild(({ communities }) => told.push(communities))).resolves.toBe(true);
    expect(told.length).toBeGreaterThan(1);
    expect((await house.indexes.find(house.indexes.live))?.generation).toBe(begun?.generation);
    expect(await check.differences()).toEqual({ missing: [], surplus: [] });
  });
});
