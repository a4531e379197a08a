import { EngineChain } from './engine-chain';
import { EngineDown } from './engine-down';
import type { CompletionRequest, SearchEngine, SearchFindings, SearchRequest } from './search-engine';

const FOUND: SearchFindings = { hits: [], total: 7, isExact: true, facets: null, words: [] };
const REQUEST = { text: 'x' } as SearchRequest;
const NAME = { text: 'x' } as CompletionRequest;

function engine(name: SearchEngine['name'], fault?: Error): SearchEngine {
  const answer = async <T>(value: T): Promise<T> => {
    if (fault) throw fault;
    return value;
  };
  return { name, search: () => answer(FOUND), complete: () => answer(['a']) };
}

describe('the chain of engines', () => {
  const [here, there] = [engine('POSTGRES'), engine('MEILISEARCH')];
  const down = engine('MEILISEARCH', new EngineDown('It is gone.'));

  it('asks the preferred one', async () => {
    const chain = new EngineChain([there, here]);
    await expect(chain.search(REQUEST)).resolves.toEqual({ answer: FOUND, engine: 'MEILISEARCH', degraded: false });
    await expect(chain.complete(NAME)).resolves.toEqual({ answer: ['a'], engine: 'MEILISEARCH', degraded: false });
  });

  it('asks the next one where that one is down, and says so', async () => {
    const chain = new EngineChain([down, here]);
    await expect(chain.search(REQUEST)).resolves.toEqual({ answer: FOUND, engine: 'POSTGRES', degraded: true });
    await expect(chain.complete(NAME)).resolves.toEqual({ answer: ['a'], engine: 'POSTGRES', degraded: true });
  });

  it('is not degraded by itself', async () => {
    await expect(new EngineChain([here]).search(REQUEST)).resolves.toMatchObject({ degraded: false });
  });

  it('passes on every other fault, for that is not the engine’s', async () => {
    const broken = new EngineChain([engine('MEILISEARCH', new TypeError('A bug.')), here]);
    await expect(broken.search(REQUEST)).rejects.toThrow(TypeError);
  });

  it('says that it cannot answer where none does', async () => {
    await expect(new EngineChain([down]).search(REQUEST)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
