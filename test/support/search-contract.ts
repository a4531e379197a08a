import { CONVERSATIONS, DOCUMENTS, ids, NAMES, topicOf } from './search-contract-documents';
import { describeEnduring } from './search-contract/enduring';
import { describeFinding } from './search-contract/finding';
import { describeNarrowing } from './search-contract/narrowing';
import { SearchProbe, type SearchContractWorld } from './search-contract/search-probe';

export type { SearchContractWorld } from './search-contract/search-probe';

/**
 * What every engine must do, whatever it is made of. It tells what is found and what comes before what, never scores; an
 * engine may find more, less like what was asked, behind that.
 */
export function describeSearchContract(open: () => Promise<SearchContractWorld>): void {
  const probe = new SearchProbe();
  let world: SearchContractWorld | undefined;

  beforeAll(async () => {
    world = await open();
    probe.use(world);
    await probe.write(probe.ours, [...DOCUMENTS, ...CONVERSATIONS, ...NAMES]);
    await probe.write(probe.theirs, [topicOf({ id: ids.theirs, title: 'Calendar of the others does not sync' })]);
  }, 60_000);
  afterAll(() => world?.close());

  describeFinding(probe);
  describeNarrowing(probe);
  describeEnduring(probe);
}
