import { FaultyProxy } from '../../../../test/support/meili/faulty-proxy';
import { MirrorHouse } from '../../../../test/support/meili/mirror-house';
import { EngineDown } from '../engine/engine-down';

describe('without a Meilisearch', () => {
  let house: MirrorHouse;
  let communityId: string;
  const open = async (host: string | null): Promise<void> => {
    house = await MirrorHouse.open({ host, apiKey: null, writeMs: 500, searchMs: 500 });
    communityId = (await house.founder.community()).key;
  };
  const jobs = async (): Promise<string[]> => {
    const rows = await house.founder.sql<{ task: string }>(
      communityId,
      'SELECT task_identifier AS task FROM graphile_worker.jobs ORDER BY 1',
    );
    return rows.map(({ task }) => task);
  };
  const isMarked = async (): Promise<boolean> => {
    const rows = await house.founder.sql(
      communityId,
      'SELECT FROM search_mirrors WHERE community_id = $1 AND behind_since IS NOT NULL',
      [communityId],
    );
    return rows.length > 0;
  };
  const complete = (): Promise<string[]> => house.engine.complete({ communityId, kind: 'TAG', text: 'a', limit: 5 });
  let proxy: FaultyProxy | null = null;
  afterEach(async () => {
    await proxy?.stop();
    proxy = null;
    await house.close();
  });

  it('nothing is to be done', async () => {
    await open(null);
    expect(house.engine.configured).toBe(false);
    await house.transactor.run(communityId, (tx) => house.jobs.indexed(tx, communityId));
    await house.mirroring.mirror(communityId);
    await house.followUp.follow();
    await house.followUp.sweepAll();
    await house.repairing.repair({ communityId });
    await house.rebuilding.goOn();
    expect(await jobs()).toEqual([]);
    expect(await isMarked()).toBe(false);
    await expect(complete()).rejects.toThrow(EngineDown);
  });

  it.each(['SILENT', 'GARBAGE', 'NONSENSE', 'BROKEN', 'BUSY', 'CUT'] as const)(
    'that does what it should, but is %s, it is tried again, and the copy is known to be behind',
    async (behaviour) => {
      proxy = await FaultyProxy.start(null);
      proxy.behaviour = behaviour;
      await open(proxy.host);
      await house.mirroring.mirror(communityId);
      await house.mirroring.mirror(communityId);
      await house.followUp.follow();
      await house.repairing.repair({ communityId });
      await house.rebuilding.goOn();
      expect(new Set(await jobs())).toEqual(new Set(['follow_mirrors']));
      expect(await isMarked()).toBe(true);
      await expect(complete()).rejects.toThrow(EngineDown);
    },
  );
});
