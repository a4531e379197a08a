import type { Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import type { MemberViewer } from '../viewer/viewer';

/** A topic that is merged into none, with the topics that have been merged into it, near or far, itself among them. */
export interface MergeTree {
  readonly rootId: string;
  readonly topicIds: readonly string[];
}

/**
 * Lets merges of a community happen one after another: until the transaction ends, no topic is merged into another
 * but by it. Taken before topics are locked.
 */
export async function holdMerges(tx: Tx, { communityId }: MemberViewer): Promise<void> {
  await tx.rows(sql`SELECT id FROM communities WHERE id = ${communityId} FOR NO KEY UPDATE`);
}

/** Where merges have taken a topic: the topic itself where it is merged into none. NOT_FOUND where there is none. */
export async function rootOf(tx: Tx, { communityId }: MemberViewer, topicId: string): Promise<string> {
  const root = await tx.row<{ id: string }>(sql`
    WITH RECURSIVE up AS (
      SELECT id, merged_into_id FROM topics WHERE community_id = ${communityId} AND id = ${topicId}
      UNION ALL
      SELECT t.id, t.merged_into_id FROM up JOIN topics t ON t.community_id = ${communityId} AND t.id = up.merged_into_id)
    SELECT id FROM up WHERE merged_into_id IS NULL`);
  if (!root) throw DomainError.notFound('topic');
  return root.id;
}

/** The topics that have been merged into a topic, near or far, and the topic itself. */
export async function mergedUnder(tx: Tx, { communityId }: MemberViewer, topicId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    WITH RECURSIVE under AS (
      SELECT id FROM topics WHERE community_id = ${communityId} AND id = ${topicId}
      UNION ALL
      SELECT t.id FROM under JOIN topics t ON t.community_id = ${communityId} AND t.merged_into_id = under.id)
    SELECT id FROM under`);
  return rows.map(({ id }) => id);
}
