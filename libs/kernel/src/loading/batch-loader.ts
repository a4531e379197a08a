import DataLoader from 'dataloader';

/**
 * Reads many things by key in one statement, however many field resolvers of a request ask for one each.
 * A singleton: what one request has read is kept by the request's own object and goes with it.
 */
export abstract class BatchLoader<Request extends object, Key, Value> {
  private readonly byRequest = new WeakMap<Request, DataLoader<Key, Value | null, string>>();

  /** The values of `keys`, under `keyOf(key)`; a key without a value is left out. */
  protected abstract findMany(request: Request, keys: readonly Key[]): Promise<ReadonlyMap<string, Value>>;

  /** What makes two keys the same. */
  protected keyOf(key: Key): string {
    return String(key);
  }

  load(request: Request, key: Key): Promise<Value | null> {
    return this.loader(request).load(key);
  }

  private loader(request: Request): DataLoader<Key, Value | null, string> {
    const known = this.byRequest.get(request);
    if (known) return known;
    const loader = new DataLoader<Key, Value | null, string>(
      async (keys) => {
        const found = await this.findMany(request, keys);
        return keys.map((key) => found.get(this.keyOf(key)) ?? null);
      },
      { cacheKeyFn: (key) => this.keyOf(key), maxBatchSize: 1000 },
    );
    this.byRequest.set(request, loader);
    return loader;
  }
}
