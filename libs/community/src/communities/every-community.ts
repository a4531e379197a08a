import type { Reader } from '@app/database';
import sql from 'sql-template-tag';

/** Communities that are read at a time. */
const PAGE = 500;

/** The keys of all communities, in their order, read as they are needed: for what is done in each of them. */
export async function* everyCommunity(reader: Reader): AsyncGenerator<string> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const communities = await reader.globalRows<{ id: string }>(
      sql`SELECT id FROM communities WHERE id > ${after} ORDER BY id LIMIT ${PAGE}`,
    );
    for (const { id } of communities) yield id;
    if (communities.length < PAGE) return;
    after = communities.at(-1)?.id ?? after;
  }
}
