import type { MeiliConnection } from '@app/search';
import { MirrorHouse } from '../../../../test/support/meili/mirror-house';
import { describeWithMeili, placeInMeili, removeFromMeili } from '../../../../test/support/meili/real-meili';
import { describeSearchContract, type SearchContractWorld } from '../../../../test/support/search-contract';
import type { StatePlace } from './mirror-states';

/** Documents go straight in: how they get there from the database has tests of its own. */
async function open(): Promise<SearchContractWorld> {
  const place = await placeInMeili();
  const house = await MirrorHouse.open({ ...place, searchMs: 10_000 });
  const target = house.indexes.live;
  const { generation } = await house.indexes.ensure(target);
  process.stdout.write(`The contract of search engines, against Meilisearch ${await versionOf(house.connection)}\n`);
  let revision = 0;
  const placeOf = (communityId: string): StatePlace => ({ target, generation, communityId });
  const ready = async (communityId: string): Promise<void> => {
    const state = await house.states.read(placeOf(communityId));
    if (!state.ready) await house.states.write(placeOf(communityId), { position: 0, ready: true });
  };
  return {
    engine: {
      name: 'MEILISEARCH',
      search: async (request) => {
        await ready(request.communityId);
        return house.engine.search(request);
      },
      complete: async (request) => {
        await ready(request.communityId);
        return house.engine.complete(request);
      },
    },
    write: async (communityId, documents, removed = []) => {
      const kept = documents.map((document) => ({ document, revision: ++revision }));
      await house.writer.write(target, { communityId, documents: kept, removed });
    },
    close: async () => {
      await removeFromMeili(place);
      await house.close();
    },
  };
}

async function versionOf(connection: MeiliConnection): Promise<string> {
  return (await connection.write((client) => client.getVersion())).pkgVersion;
}

describeWithMeili('MeilisearchEngine keeps the contract of search engines', () => describeSearchContract(open));
