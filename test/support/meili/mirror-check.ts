import { setTimeout as pause } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import type { Founder } from '../founder';

const INDEXES = { TOPIC: 'topics', ARTICLE: 'articles', MEMBER: 'members', TAG: 'tags', PRODUCT: 'products' } as const;

/** Compares what Meilisearch holds of a community with what it should. */
export class MirrorCheck {
  readonly client: Meilisearch;
  private readonly prefix: string;

  constructor(
    private readonly founder: Founder,
    private readonly communityId: string,
    { host, apiKey, prefix }: { host: string; apiKey: string | null; prefix: string },
  ) {
    this.client = new Meilisearch({ host, ...(apiKey === null ? {} : { apiKey }) });
    this.prefix = prefix;
  }

  /** The name of the index of a kind. */
  uid(kind: keyof typeof INDEXES): string {
    return `${this.prefix}${INDEXES[kind]}`;
  }

  /** What is in one and not in the other, as `KIND id revision`. */
  async differences(): Promise<{ missing: string[]; surplus: string[] }> {
    const [wanted, kept] = [await this.wanted(), await this.kept()];
    return {
      missing: wanted.filter((entry) => !kept.includes(entry)),
      surplus: kept.filter((entry) => !wanted.includes(entry)),
    };
  }

  /** Waits until there is no difference. */
  async converged(): Promise<void> {
    for (;;) {
      const found = await this.differences().catch(() => null);
      if (found && found.missing.length + found.surplus.length === 0) return;
      await pause(100);
    }
  }

  async wanted(): Promise<string[]> {
    const rows = await this.founder.sql<{ kind: string; id: string; revision: string }>(
      this.communityId,
      'SELECT kind, id, revision FROM search_documents WHERE community_id = $1 AND NOT removed',
      [this.communityId],
    );
    return rows.map(({ kind, id, revision }) => `${kind} ${id} ${revision}`);
  }

  async kept(): Promise<string[]> {
    const found: string[] = [];
    for (const kind of Object.keys(INDEXES) as (keyof typeof INDEXES)[]) {
      const { results } = await this.client.index<{ id: string; revision: number }>(this.uid(kind)).getDocuments({
        filter: `community_id = "${this.communityId}"`,
        fields: ['id', 'revision'],
        limit: 10_000,
      });
      found.push(...results.map(({ id, revision }) => `${kind} ${id} ${revision}`));
    }
    return found;
  }
}
