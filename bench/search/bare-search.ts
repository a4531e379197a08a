import { Client } from 'pg';

/** Bare full-text statements on the same table, by a role that no policy holds back: what a search costs at least. */
export class BareSearch {
  private constructor(
    private readonly client: Client,
    private readonly communityId: string,
  ) {}

  static async open(adminUrl: string, communityId: string): Promise<BareSearch> {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    return new BareSearch(client, communityId);
  }

  /** Any twenty that match, in no order. */
  some(text: string): Promise<unknown> {
    return this.run('SELECT kind, id FROM search_documents WHERE whole @@ $1::tsquery LIMIT 20', text);
  }

  count(text: string): Promise<unknown> {
    return this.run('SELECT count(*) FROM search_documents WHERE whole @@ $1::tsquery', text);
  }

  /** The best twenty, as the manual of PostgreSQL shows it. */
  ranked(text: string): Promise<unknown> {
    return this.run(
      `SELECT kind, id FROM search_documents WHERE whole @@ $1::tsquery ORDER BY ts_rank_cd(whole, $1::tsquery) DESC LIMIT 20`,
      text,
    );
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private async run(statement: string, text: string): Promise<unknown> {
    const words = text
      .toLowerCase()
      .split(' ')
      .map((word) => `'${this.communityId.slice(-3)}${word}'`);
    return (await this.client.query(statement, [`${words.join(' & ')}:*`])).rows;
  }
}
